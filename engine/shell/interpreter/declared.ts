import { doubleQuoted } from './quote.ts'
import type { Variable } from './variables.ts'

/** The letters of a variable's attributes, in bash's order. */
export function attributesOf(it: Variable): string {
  return [
    it.array ? 'a' : '',
    it.map ? 'A' : '',
    it.integer ? 'i' : '',
    it.letters === 'lower' ? 'l' : '',
    it.reference ? 'n' : '',
    it.readonly ? 'r' : '',
    it.letters === 'upper' ? 'u' : '',
    it.exported ? 'x' : '',
  ].join('')
}

/** A variable as `declare -p` prints it: a line that makes it again. */
export function declaration(name: string, it: Variable): string {
  const letters = attributesOf(it)
  const head = `declare -${letters === '' ? '-' : letters} ${name}`
  if (it.array) {
    const items = [...it.array].sort(([a], [b]) => a - b).map(([index, value]) => `[${index}]=${doubleQuoted(value)}`)
    return `${head}=(${items.join(' ')})`
  }
  if (it.map) {
    const items = [...it.map].map(
      ([key, value]) => `[${/^[\w./:-]+$/.test(key) ? key : doubleQuoted(key)}]=${doubleQuoted(value)} `,
    )
    return `${head}=(${items.join('')})`
  }
  return it.value === undefined ? head : `${head}=${doubleQuoted(it.value)}`
}
