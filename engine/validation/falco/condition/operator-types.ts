import type { FieldType } from '../fields.ts'
import type { CheckNode, Operator } from './syntax.ts'
import type { Subject } from './test.ts'

const equality = ['=', '!=', 'in', 'intersects', 'exists'] as const
const order = ['<', '<=', '>', '>='] as const
const kinds = {
  numeric: { words: 'for numeric filters', operators: [...equality, ...order] },
  bool: { words: 'for numeric filters', operators: equality },
  string: {
    words: 'for string filters',
    operators: [
      ...equality,
      ...order,
      'contains',
      'icontains',
      'startswith',
      'endswith',
      'glob',
      'iglob',
      'regex',
      'pmatch',
    ],
  },
  buffer: {
    words: 'for buffer filters',
    operators: [...equality, 'contains', 'startswith', 'endswith', 'bcontains', 'bstartswith'],
  },
  net: { words: 'for ip address and network filters', operators: equality },
  // Falco's own words.
  list: { words: 'list filters', operators: ['in', 'intersects', 'exists'] },
} as const satisfies Record<string, { words: string; operators: readonly Operator[] }>
export type TypeKind = keyof typeof kinds

export function kindOf({ type, isList }: { readonly type: FieldType; readonly isList: boolean }): TypeKind {
  if (isList) return 'list'
  if (type === 'c' || type === 'x') return 'string'
  if (type === 'b') return 'bool'
  if (type === 'y') return 'buffer'
  return type === 'p' || type === 'n' ? 'net' : 'numeric'
}

/** The operators that a field of this type takes. */
export function operatorsFor(type: FieldType, isList: boolean): readonly Operator[] {
  return kinds[kindOf({ type, isList })].operators
}

/** Falco's words for an operator that a type does not take. */
export function refusedOperator({ operator, modifier }: CheckNode, subject: Subject): string | undefined {
  const { words, operators } = kinds[kindOf(subject)]
  const known: readonly Operator[] = operators
  if (known.includes(operator)) return undefined
  return modifier && kindOf(subject) === 'net'
    ? `'${operator}' with modifier not supported ${words}`
    : `filter error: '${operator}' operator not supported ${words}`
}
