/** A text as bash prints it for reading again: `${x@Q}`, `declare -p` of arrays, `printf %q` differ in when they quote. */
export function quoted(text: string): string {
  if (/\p{Cc}/u.test(text)) return `$'${escaped(text)}'`
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** As `declare -p` prints a value: in double quotes. */
export function doubleQuoted(text: string): string {
  if (/(?!\t)\p{Cc}/u.test(text) || text.includes('\n')) return `$'${escaped(text)}'`
  return `"${text.replace(/[\\"$`]/g, '\\$&')}"`
}

/** As `set`, `alias` and `xtrace` print a value: quoted only where needed. */
export function quotedIfNeeded(text: string): string {
  if (text === '') return "''"
  if (/\p{Cc}/u.test(text)) return `$'${escaped(text)}'`
  return /^[\w%+,./:@^=-]+$/.test(text) && !text.startsWith('~') ? text : quoted(text)
}

/** As `printf %q`: with backslashes. */
export function backslashed(text: string): string {
  if (text === '') return "''"
  if (/\p{Cc}/u.test(text)) return `$'${escaped(text)}'`
  return text
    .replace(/[^\w%+,./:=@-]/gu, char => (char.charCodeAt(0) > 127 ? char : `\\${char}`))
    .replace(/^[~#]/, '\\$&')
    .replace(/^\\\\([~#])/, '\\$1')
}

const letters: Readonly<Record<string, string>> = {
  '\x07': 'a',
  '\b': 'b',
  '\x1b': 'E',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\v': 'v',
  '\\': '\\',
  "'": "'",
}

function escaped(text: string): string {
  return text.replace(/[\p{Cc}\\']/gu, char => {
    const letter = letters[char]
    return letter ? `\\${letter}` : `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`
  })
}
