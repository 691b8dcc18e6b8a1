import type { FalcoEvent, FieldValue } from '../event.ts'
import { typeNames } from '../fields.ts'
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
  const { name } = node
  const [first] = args
  if (name === 'concat') return concat(node, args)
  if (name === 'join') return join(node, args)
  if (name === 'getopt') return getopt(node, args)
  if (!first || !isSubject(first) || args.length > 1) return unknownTransformer(name)
  const { type, isList } = first
  const fits = type === 'c' || (type === 'y' && (name === 'len' || name === 'b64')) || (name === 'len' && isList)
  if (!fits) return refused(name, first)
  if (name === 'len')
    return {
      node,
      type: 'u',
      isList: false,
      get: event => {
        const value = first.get(event)
        if (value === undefined || value === null) return value
        return String(typeof value === 'string' ? new TextEncoder().encode(value).length : value.length)
      },
    }
  const change = ofText[name]
  return change ? { node, type, isList, get: event => mapText(first.get(event), change) } : unknownTransformer(name)
}

function mapText(value: FieldValue | undefined, change: (text: string) => string | null): FieldValue | undefined {
  if (value === undefined || value === null) return value
  // What it does to lists is not decided yet.
  return typeof value === 'string' ? change(value) : undefined
}

function concat(node: TransformerNode, args: Arguments): Made {
  if (args.length < 2) return unknownTransformer(node.name)
  const parts = args.filter(isSubject)
  const odd = parts.find(({ type, isList }) => isList || type !== 'c')
  if (odd) return refused(node.name, odd)
  return { node, type: 'c', isList: false, get: event => together(parts, event, '') }
}

function join(node: TransformerNode, args: Arguments): Made {
  if (args.length < 2) return unknownTransformer(node.name)
  const [separator, list] = args
  if (!separator || !isSubject(separator) || !list) return unknownTransformer(node.name)
  if (isSubject(list) && !list.isList) return { message: 'join() second argument must be a list' }
  return {
    node,
    type: 'c',
    isList: false,
    get: event => {
      const between = separator.get(event)
      if (typeof between !== 'string') return between === undefined ? undefined : null
      if (!isSubject(list)) return together(list, event, between)
      const items = list.get(event)
      return Array.isArray(items) ? items.join(between) : items
    },
  }
}

/** What it picks out of an argument list is not decided yet. */
function getopt(node: TransformerNode, args: Arguments): Made {
  if (args.length < 2) return unknownTransformer(node.name)
  const [list] = args
  if (list && isSubject(list) && !list.isList) return { message: 'getopt() first argument must be a list' }
  return { node, type: 'c', isList: false, get: () => undefined }
}

function together(parts: readonly Subject[], event: FalcoEvent, between: string): string | null | undefined {
  const values = parts.map(({ get }) => get(event))
  if (values.includes(null)) return null
  return values.every(value => typeof value === 'string') ? values.join(between) : undefined
}

function refused(name: string, { type, field, node }: Subject): { message: string } {
  const on = field?.spec.name ?? ('name' in node ? node.name : '')
  return {
    message: `can't add field transformer: type '${typeNames[type]}' is not supported by '${name}' transformer applied on field '${on}'`,
  }
}

function unknownTransformer(name: string): { message: string } {
  // Falco's own spelling.
  return { message: `unknown field transfomer '${name}'` }
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
