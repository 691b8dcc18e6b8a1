import type { Token } from './highlight.ts'

/** A line of code without its number: coloured by class, so that both themes work. */
export function CodeLine({ tokens }: { tokens: readonly Token[] }) {
  return tokens.map(({ text, kind }, at) =>
    kind ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line never change places
      <i key={at} className={`t-${kind}`}>
        {text}
      </i>
    ) : (
      text
    ),
  )
}
