import type { FalcoEvent, FieldValue } from '../event.ts'
import { typeNames } from '../fields.ts'
import { getopt } from './getopt.ts'
import { bytesOf } from './position.ts'
import type { TransformerNode } from './syntax.ts'
import { isSubject, type Subject } from './test.ts'

type Made = Subject | { readonly message: string }
type Arguments = readonly (Subject | readonly Subject[])[]

/** Text → text, of null is null. */
const ofText: Readonly<Record<string, (text: string) => string | null>> = {
  tolower: text => text.replace(/[A-Z]/g, letter => letter.toLowerCase()),
  toupper: text => text.replace(/[a-z]/g, letter => letter.toUpperCase()),
  basename: text => text.slice(text.lastIndexOf('/') + 1),
  b64: decodeBase64,
}

/** A transformer's value and type, or Falco's words for why it cannot be applied. */
export function compileTransformer(node: TransformerNode, args: Arguments): Made {
  const { name, argument } = node
  const [first] = args
  if (args.length > 1 || !first || !isSubject(first)) return compileSeveral(node, args)
  if (argument !== undefined) return { message: `filter error: transformer '${name}' does not support field arguments` }
  // Those that take several do not exist for one.
  if (!(name in ofText) && name !== 'len') return { message: `unknown field transfomer '${name}'` }
  const { type, isList, base } = first
  if (first.field?.spec.noTransformer) return { message: `field '${base}' does not support transformers` }
  const fits = type === 'c' || (type === 'y' && (name === 'len' || name === 'b64')) || (name === 'len' && isList)
  if (!fits) {
    const on = isList ? 'list field' : 'field'
    return {
      message: `can't add field transformer: type '${typeNames[type]}' is not supported by '${name}' transformer applied on ${on} '${base}'`,
    }
  }
  if (name === 'len')
    return {
      ...{ node, type: 'u', isList: false, base },
      get: event => {
        const value = first.get(event)
        if (value === undefined || value === null) return value
        return String(typeof value === 'string' ? bytesOf(value) : value.length)
      },
    }
  const change = ofText[name] ?? (text => text)
  return { node, type, isList, base, get: event => mapText(first.get(event), change) }
}

/** What a transformer adds to every item of a list: text that ends in it equals no constant. */
const terminator = '\0'

function mapText(value: FieldValue | undefined, change: (text: string) => string | null): FieldValue | undefined {
  if (value === undefined || value === null) return value
  if (typeof value === 'string') return change(value)
  const changed = value.map(change)
  return changed.every(item => item !== null) ? changed.map(item => `${item}${terminator}`) : null
}

const internal = 'NA'

function compileSeveral(node: TransformerNode, args: Arguments): Made {
  switch (node.name) {
    case 'concat':
      return concat(node, args)
    case 'join':
      return join(node, args)
    case 'getopt':
      return compileGetopt(node, args)
    default:
      return { message: 'unknown multivalue transformer' }
  }
}

function withoutArgument({ name, argument }: TransformerNode, made: Subject): Made {
  return argument === undefined ? made : { message: `transformer '${name}' does not support field arguments` }
}

const isListed = (argument: Arguments[number]) => !isSubject(argument) || argument.isList

function concat(node: TransformerNode, args: Arguments): Made {
  const parts = args.filter(isSubject)
  if (parts.length < args.length || parts.some(({ type, isList }) => isList || type !== 'c'))
    return { message: 'concat() arguments must be strings' }
  const get: Subject['get'] = event => together(parts, event, '')
  return withoutArgument(node, { node, type: 'c', isList: false, base: internal, get })
}

function join(node: TransformerNode, args: Arguments): Made {
  const [separator, list, ...more] = args
  if (!separator || !list || more.length > 0)
    return { message: 'join() requires exactly 2 arguments: separator and list' }
  if (!isSubject(separator) || separator.isList)
    return { message: 'join() first argument (separator) must be a single value, not a list' }
  if (!isListed(list)) return { message: 'join() second argument must be a list' }
  return withoutArgument(node, {
    ...{ node, type: 'c', isList: false, base: internal },
    get: event => {
      const between = separator.get(event)
      if (typeof between !== 'string') return between === undefined ? undefined : null
      if (!isSubject(list)) return together(list, event, between)
      const items = list.get(event)
      return Array.isArray(items) ? items.map(withoutEnd).join(between) : items
    },
  })
}

function compileGetopt(node: TransformerNode, args: Arguments): Made {
  const [list, options, ...more] = args
  if (!list || !options || more.length > 0)
    return { message: 'getopt() requires exactly 2 arguments: args list and optstring' }
  if (!isListed(list)) return { message: 'getopt() first argument must be a list' }
  if (!isSubject(options) || options.isList)
    return { message: 'getopt() second argument (optstring) must be a single value' }
  if (options.type !== 'c' || (isSubject(list) && list.type !== 'c'))
    return { message: 'getopt() arguments must be strings' }
  const { argument } = node
  if (argument !== undefined && argument.length !== 1)
    return { message: 'getopt() field argument must be a single option character' }
  return {
    ...{ node, type: 'c', isList: argument === undefined, base: internal },
    get: event => {
      const known = options.get(event)
      if (typeof known !== 'string') return known === undefined ? undefined : null
      const items = isSubject(list) ? list.get(event) : valuesOf(list, event)
      return Array.isArray(items) ? getopt(items.map(withoutEnd), known, argument) : items
    },
  }
}

function withoutEnd(text: string): string {
  return text.endsWith(terminator) ? text.slice(0, -1) : text
}

/** The values of several, or null where one of them has none. */
function valuesOf(parts: readonly Subject[], event: FalcoEvent): readonly string[] | null | undefined {
  const values = parts.map(({ get }) => get(event))
  if (values.includes(null)) return null
  return values.every(value => typeof value === 'string') ? values : undefined
}

function together(parts: readonly Subject[], event: FalcoEvent, between: string): string | null | undefined {
  const values = valuesOf(parts, event)
  return values === null || values === undefined ? values : values.join(between)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Null when it is no base64. */
function decodeBase64(text: string): string | null {
  const digits = text.replace(/=+$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(digits)) return null
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of digits) {
    bits = ((bits << 6) | alphabet.indexOf(digit)) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes.push((bits >> held) & 0xff)
  }
  // Bits that make no byte must be zeros.
  if (held === 6 || (bits & ((1 << held) - 1)) !== 0) return null
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
