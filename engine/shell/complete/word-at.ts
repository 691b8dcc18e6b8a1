export type Quote = '' | '"' | "'"

/** The word under the cursor. */
export interface WordAt {
  /** Where it begins, its opening quote included. */
  readonly from: number
  /** As typed. */
  readonly raw: string
  /** Without quotes and backslashes. */
  readonly text: string
  /** The quote it is still in. */
  readonly quote: Quote
  /** Whether it stands where a command does. */
  readonly first: boolean
  /** The command that it is an argument of. */
  readonly command: string
}

/** Reads a line up to the cursor as the shell would divide it. */
export function wordAt(line: string, cursor: number): WordAt {
  const end = Math.min(Math.max(cursor, 0), line.length)
  let words: string[] = []
  let from = 0
  let text = ''
  let quote: Quote = ''
  let open = false
  let redirected = false
  const close = () => {
    if (open && !redirected) words.push(text)
    if (open) redirected = false
    open = false
    text = ''
  }
  const begin = (at: number) => {
    if (!open) from = at
    open = true
  }
  for (let at = 0; at < end; at++) {
    const char = line[at] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
      else if (char === '\\' && quote === '"' && /["\\$`]/.test(line[at + 1] ?? '') && at + 1 < end)
        text += line[++at] ?? ''
      else text += char
    } else if (char === '"' || char === "'") {
      begin(at)
      quote = char
    } else if (char === '\\') {
      begin(at)
      text += at + 1 < end ? (line[++at] ?? '') : ''
    } else if (/\s/.test(char)) close()
    else if (/[;|&()]/.test(char)) {
      close()
      words = []
      redirected = false
    } else if (char === '<' || char === '>') {
      close()
      redirected = true
    } else {
      begin(at)
      text += char
    }
  }
  if (!open) from = end
  const plain = words.filter(
    (word, index) => !(/^[A-Za-z_]\w*=/.test(word) && words.slice(0, index).every(it => /^[A-Za-z_]\w*=/.test(it))),
  )
  const after = plain.findIndex(
    word => !['sudo', 'time', 'nohup', 'exec', 'then', 'do', 'else', '!', '{', 'if', 'while', 'until'].includes(word),
  )
  const command = after < 0 ? (plain.at(-1) ?? '') : (plain[after] ?? '')
  return { from, raw: line.slice(from, end), text, quote, first: plain.length === 0 && !redirected, command }
}

/** A path as it has to be typed: inside the quote that is open, or with backslashes. */
export function quotedFor(path: string, quote: Quote): string {
  if (quote === "'") return `'${path}`
  if (quote === '"') return `"${path.replace(/["\\$`]/g, '\\$&')}`
  return path.replace(/[^\w%+,./:=@~^\u0080-\uffff-]/g, '\\$&')
}
