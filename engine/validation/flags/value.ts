/** What a flag's settings come to. */
export type Value =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'bool'; readonly bool: boolean }
  /** A whole number, or nanoseconds. */
  | { readonly is: 'whole'; readonly whole: bigint }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'list'; readonly list: readonly string[] }
  | { readonly is: 'map'; readonly map: ReadonlyMap<string, string> }
  /** Values of one name in their order. */
  | { readonly is: 'multimap'; readonly multimap: ReadonlyMap<string, readonly string[]> }

export const textValue = (text: string): Value => ({ is: 'text', text })
export const boolValue = (bool: boolean): Value => ({ is: 'bool', bool })
export const wholeValue = (whole: bigint): Value => ({ is: 'whole', whole })
export const numberValue = (number: number): Value => ({ is: 'number', number })
export const listValue = (list: readonly string[]): Value => ({ is: 'list', list })
export const mapValue = (map: ReadonlyMap<string, string>): Value => ({ is: 'map', map })

export const listOf = (value: Value | undefined): readonly string[] => (value?.is === 'list' ? value.list : [])
export const mapOf = (value: Value | undefined): ReadonlyMap<string, string> =>
  value?.is === 'map' ? value.map : new Map()
