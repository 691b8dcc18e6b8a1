/** A word of an expression, and where it begins. */
export interface Token {
  readonly kind: 'name' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

const kinds = ['double', 'uint', 'int', 'bytes', 'string', 'name', 'sign'] as const
const word = new RegExp(
  [
    String.raw`(?<blank>[\t\f\r\n ]+|//[^\n]*)`,
    String.raw`(?<double>\d*\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)`,
    String.raw`(?<uint>(?:0x[\da-fA-F]+|\d+)[uU])`,
    String.raw`(?<int>0x[\da-fA-F]+|\d+)`,
    String.raw`(?<bytes>[bB][rR]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))`,
    String.raw`(?<string>"(?:[^"\\\n]|\\["'\\nrtabfv?\x60])*"|'(?:[^'\\\n]|\\["'\\nrtabfv?\x60])*'|[rR](?:"[^"\n]*"|'[^'\n]*'))`,
    String.raw`(?<name>[A-Za-z_]\w*)`,
    String.raw`(?<sign>==|!=|<=|>=|&&|\|\||[-+*/%!<>?:.,()[\]{}])`,
  ].join('|'),
  'y',
)

/** The words of an expression, or undefined where one is met that is not known here. */
export function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    word.lastIndex = at
    const found = word.exec(text)
    if (!found) return undefined
    const kind = kinds.find(it => found.groups?.[it] !== undefined)
    if (kind) tokens.push({ kind, text: found[0], at })
    at += found[0].length
  }
  tokens.push({ kind: 'end', text: '<EOF>', at: text.length })
  return tokens
}
