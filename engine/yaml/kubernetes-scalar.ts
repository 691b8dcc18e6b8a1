const trueWords = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'])
const falseWords = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'])

/**
 * A plain scalar as sigs.k8s.io/yaml reads it: YAML 1.1 words for true and false, Go's number literals (`0400` is octal,
 * `1_000` a thousand), timestamps left as text.
 */
export function kubernetesScalar(text: string): string | number | boolean | null {
  if (text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL') return null
  if (trueWords.has(text)) return true
  if (falseWords.has(text)) return false
  const infinite = /^([-+]?)\.(?:inf|Inf|INF)$/.exec(text)
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN
  if (!/^[-+.0-9]/.test(text)) return text
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '')
  return goInteger(digits) ?? goFloat(digits) ?? text
}

/** `strconv.ParseInt` or `ParseUint` with base 0: up to 64 bits, rounded to what a number holds. */
function goInteger(text: string): number | undefined {
  const literal = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/.exec(text)
  if (!literal) return undefined
  const [, sign, digits = ''] = literal
  const size = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
  const most = sign === '-' ? 1n << 63n : sign === '+' ? (1n << 63n) - 1n : (1n << 64n) - 1n
  if (size > most) return undefined
  return sign === '-' ? -Number(size) : Number(size)
}

function goFloat(text: string): number | undefined {
  return /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text) ? Number(text) : undefined
}
