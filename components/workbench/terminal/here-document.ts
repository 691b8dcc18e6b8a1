interface Delimiter {
  readonly word: string
  /** `<<-`: tabs before the closing word do not count. */
  readonly tabs: boolean
}

/**
 * The word that has to stand on a line alone before a text can be complete, because a here-document is open in it.
 * Until it comes nobody needs to ask the shell whether the text is complete.
 */
export function openHereDocument(text: string): string | undefined {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const open: Delimiter[] = []
  let quote = ''
  for (const line of lines) {
    const [first] = open
    if (first !== undefined && quote === '') {
      if ((first.tabs ? line.replace(/^\t+/, '') : line) === first.word) open.shift()
      continue
    }
    quote = scan(line, quote, open)
  }
  return quote === '' ? open[0]?.word : undefined
}

/** Reads a line of shell for here-documents outside of quotes and comments; answers the quote that stays open. */
function scan(line: string, before: string, open: Delimiter[]): string {
  let quote = before
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
      else if (sign === '\\' && quote === '"') at++
    } else if (sign === '\\') at++
    else if (sign === "'" || sign === '"') quote = sign
    else if (sign === '#' && /^$|\s/.test(line[at - 1] ?? '')) return quote
    else if (line.startsWith('<<<', at)) at += 2
    else if (line.startsWith('<<', at)) {
      const [whole, dash, , word] = /^<<(-?)\s*(['"]?)([\w.-]+)\2/.exec(line.slice(at)) ?? []
      if (whole === undefined || word === undefined) continue
      open.push({ word, tabs: dash === '-' })
      at += whole.length - 1
    }
  }
  return quote
}
