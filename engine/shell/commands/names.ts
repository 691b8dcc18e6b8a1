/** A name as GNU's programs put it into messages: `'a b'`, `"it's"`, `'a'$'\n''b'`. */
export function quoteName(name: string): string {
  if (/\p{Cc}/u.test(name)) {
    const parts = name.split(/(\p{Cc}+)/u)
    return parts
      .map((part, index) =>
        index % 2 === 1
          ? `$'${[...part].map(control).join('')}'`
          : part === '' && index > 0
            ? ''
            : `'${part.replaceAll("'", `'\\''`)}'`,
      )
      .join('')
  }
  if (name.includes("'")) return /["$`\\!]/.test(name) ? `'${name.replaceAll("'", `'\\''`)}'` : `"${name}"`
  return `'${name}'`
}

/** The same, but only where the shell would need it, as `ls` shows names on a terminal. */
export function quoteIfOdd(name: string): string {
  return name === '' || /[^\w%+,./:@^=~\-\u0080-\u{10ffff}]|^~/u.test(name) ? quoteName(name) : name
}

const letters: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
  '\x07': '\\a',
}

function control(char: string): string {
  return letters[char] ?? `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`
}

/** The other way of GNU's programs: ‘name’. */
export function curly(name: string): string {
  return `‘${name.replace(/\p{Cc}/gu, control)}’`
}
