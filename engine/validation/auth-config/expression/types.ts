/** A type of CEL. `error` is that of an expression which is wrong already: nothing more is said of it. */
export type Type =
  | { readonly kind: 'plain'; readonly name: string }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly of: Type }
  | { readonly kind: 'object'; readonly name: string; readonly fields: Readonly<Record<string, Type>> }

const plain = (name: string): Type => ({ kind: 'plain', name })
export const listOf = (of: Type): Type => ({ kind: 'list', of })
export const mapOf = (key: Type, of: Type): Type => ({ kind: 'map', key, of })

export const string = plain('string')
export const bool = plain('bool')
export const int = plain('int')
export const dyn = plain('dyn')
export const wrong = plain('error')

export const plainType = plain

export function isDyn(type: Type): boolean {
  return type === dyn || type === wrong || (type.kind === 'plain' && type.name === 'any')
}

/** Whether a value of one type can stand where the other is wanted. */
export function fits(one: Type, other: Type): boolean {
  if (isDyn(one) || isDyn(other)) return true
  if (one.kind === 'plain' && other.kind === 'plain') return one.name === other.name
  if (one.kind === 'list' && other.kind === 'list') return fits(one.of, other.of)
  if (one.kind === 'map' && other.kind === 'map') return fits(one.key, other.key) && fits(one.of, other.of)
  return one.kind === 'object' && other.kind === 'object' && one.name === other.name
}

/** As the compiler prints it. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `list(${typeText(type.of)})`
    case 'map':
      return `map(${typeText(type.key)}, ${typeText(type.of)})`
    default:
      return type.name
  }
}
