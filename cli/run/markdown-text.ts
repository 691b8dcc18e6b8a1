/**
 * Markdown for reading in a terminal: marks that only a page shows are taken away, paragraphs are broken at `width`.
 * Code keeps its backticks, and blocks of code their lines.
 */
export function markdownText(markdown: string, width = 78): string {
  const lines: string[] = []
  let paragraph: { readonly first: string; readonly rest: string; words: string } | undefined
  let fence: string | undefined
  const close = () => {
    if (paragraph) lines.push(...wrapped(paragraph.words, paragraph.first, paragraph.rest, width))
    paragraph = undefined
  }
  for (const line of markdown.replaceAll('\r\n', '\n').trim().split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined
      else lines.push(`    ${line}`.trimEnd())
      continue
    }
    if (mark !== undefined) {
      close()
      fence = mark
      continue
    }
    const [, indent = '', sign = '', text = ''] = /^(\s*)(#{1,6} |[-*+] |\d+[.)] |> ?|)(.*)$/.exec(line) ?? []
    const words = plain(text.trim())
    if (sign === '' && paragraph && words !== '') {
      paragraph.words += ` ${words}`
      continue
    }
    const quoted = sign.startsWith('>') && paragraph?.first.endsWith('| ') === true && words !== ''
    if (quoted && paragraph) {
      paragraph.words += ` ${words}`
      continue
    }
    close()
    if (words === '' && sign === '') lines.push('')
    else {
      const first = `${indent}${sign.startsWith('#') ? '' : sign.startsWith('>') ? '| ' : sign}`
      paragraph = { first, rest: first.endsWith('| ') ? first : ' '.repeat(first.length), words }
    }
    if (sign.startsWith('#')) close()
  }
  close()
  return lines.join('\n')
}

/** A line without emphasis and with the addresses of links; what stands between backticks stays as it is. */
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/^\[!([A-Z])([A-Z]+)\]$/, (_, first: string, rest: string) => `${first}${rest.toLowerCase()}:`)
            .replace(/!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, (_, words: string, to: string) => `${words} (${to})`)
            .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
            .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)\1(?!\w)/g, '$2'),
    )
    .join('')
}

function wrapped(words: string, first: string, rest: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of words.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}
