const words: Readonly<Record<string, boolean>> = {
  y: true,
  yes: true,
  true: true,
  on: true,
  n: false,
  no: false,
  false: false,
  off: false,
}

/** YAML’s words for true and false, in small letters, in capitals, or with a capital first; undefined for all else. */
export function decodeBool(text: string): boolean | undefined {
  return /^(?:[a-z]+|[A-Z][a-z]*|[A-Z]+)$/.test(text) ? words[text.toLowerCase()] : undefined
}

/** A whole number of 32 bits: decimal, in hex with `0x`, in octal with `0`, blank space behind it. Undefined for all else. */
export function decodeUnsigned(text: string): number | undefined {
  const found = /^\+?(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)\s*$/.exec(text)?.[1]
  if (found === undefined) return undefined
  const isOctal = /^0[0-7]/.test(found)
  const value = isOctal ? Number.parseInt(found, 8) : Number(found)
  return value < 2 ** 32 ? value : undefined
}
