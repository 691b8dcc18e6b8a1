import type { Token } from './highlight.ts'

/** A line of code without its number: coloured by class, so that both themes work. */
export function CodeLine({ tokens }: { tokens: readonly Token[] }) {
  return tokens.map((token, at) => {
    // The tokens of a line never change places.
    const key = `${at}`
    return token.kind ? (
      <i key={key} className={`t-${token.kind}`}>
        {token.text}
      </i>
    ) : (
      <span key={key}>{token.text}</span>
    )
  })
}
