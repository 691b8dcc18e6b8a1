import { codesOf, eventParameters } from './event-types.ts'
import {
  allFields,
  type FieldFault,
  type FieldType,
  faultyArgument,
  typeOf,
  type UsedField,
  unknown,
} from './fields.ts'

type Found = UsedField | FieldFault

/**
 * Fields whose name goes on with an argument, each read in a way of its own. They are found by how a text begins, so what
 * only begins like one is stumbled over, too. Undefined for all other fields. Messages are Falco's.
 */
export function findSpecial(shown: string): Found | undefined {
  if (shown.startsWith('arg')) return faultyArgument('filter error: proc.arg filter not implemented yet')
  const begins = (name: string) => shown.startsWith(name)
  if (begins('evt.arg') && !begins('evt.args')) return argument(shown)
  if (begins('evt.rawarg')) return rawArgument(shown)
  if (begins('evt.around')) return around(shown)
  if (begins('evt.abspath')) return absolutePath(shown)
  if (begins('evt.type.is')) return typeIs(shown)
  if (begins('thread.cgroup') && !begins('thread.cgroups')) return cgroup(shown)
  return begins('fd.types[') ? types(shown) : undefined
}

function used(name: string, key: string, argument?: string, type?: FieldType): Found {
  const spec = allFields().get(name)
  if (!spec) return unknown(key)
  return { spec, type: type ?? spec.type, key, ...(argument === undefined ? {} : { argument }) }
}

/** What stands in brackets that are the rest of a text; undefined where more follows. */
function inBrackets(shown: string, name: string): { readonly text: string; readonly isWhole: boolean } {
  const close = shown.indexOf(']')
  return { text: shown.slice(name.length + 1, close), isWhole: close === shown.length - 1 }
}

const isNumber = (text: string) => /^\s*[+-]?\d+$/.test(text)

function argument(shown: string): Found {
  const rest = shown.slice('evt.arg'.length)
  if (rest.startsWith('.')) return parameter('evt.arg', shown, false)
  if (!rest.startsWith('[')) return faultyArgument(`filter syntax error: ${shown}`)
  const { text, isWhole } = inBrackets(shown, 'evt.arg')
  if (!isNumber(text)) return faultyArgument(`${text} is not a valid number`)
  return isWhole ? used('evt.arg', shown, text) : unknown(shown)
}

function rawArgument(shown: string): Found {
  const rest = shown.slice('evt.rawarg'.length)
  if (rest.startsWith('[')) return faultyArgument('evt.arg fields must be expressed explicitly')
  return rest.startsWith('.') ? parameter('evt.rawarg', shown, true) : faultyArgument(`filter syntax error: ${shown}`)
}

/** The longest parameter of any event that the rest begins with. */
function parameter(field: string, shown: string, isRaw: boolean): Found {
  const written = shown.slice(field.length + 1)
  const known = eventParameters()
  let longest = ''
  for (const name of known.keys()) if (name.length > longest.length && written.startsWith(name)) longest = name
  if (longest === '') return faultyArgument(`unknown event argument ${written}`)
  if (longest !== written) return unknown(shown)
  return used(field, shown, longest, isRaw ? typeOf(known.get(longest) ?? 'x') : 'c')
}

function around(shown: string): Found {
  const rest = shown.slice('evt.around'.length)
  if (rest.startsWith('.')) return faultyArgument('wrong syntax for evt.around')
  if (!rest.startsWith('[')) return faultyArgument(`filter syntax error: ${shown}`)
  const { text, isWhole } = inBrackets(shown, 'evt.around')
  if (!isNumber(text)) return faultyArgument(`${text} is not a valid number`)
  return isWhole ? used('evt.around', shown, text.trim()) : unknown(shown)
}

function absolutePath(shown: string): Found {
  const rest = shown.slice('evt.abspath'.length)
  if (rest === '') return used('evt.abspath', shown)
  return rest === '.src' || rest === '.dst' ? used('evt.abspath', shown, rest.slice(1)) : unknown(shown)
}

function typeIs(shown: string): Found {
  const rest = shown.slice('evt.type.is'.length)
  if (!rest.startsWith('.')) return faultyArgument(`filter syntax error: ${shown}`)
  const name = rest.slice(1)
  const [shared] = codesOf('syscall')
  const [first] = codesOf(name)
  const isOwn = first !== undefined && (first !== shared || name === 'syscall')
  return isOwn ? used('evt.type.is', shown, name) : unknown(shown)
}

function cgroup(shown: string): Found {
  const rest = shown.slice('thread.cgroup'.length)
  if (!rest.startsWith('.')) return faultyArgument(`filter syntax error: ${shown}`)
  const name = rest.slice(1)
  return /^[a-zA-Z_]*$/.test(name) ? used('thread.cgroup', shown, name) : unknown(shown)
}

function types(shown: string): Found {
  const { text, isWhole } = inBrackets(shown, 'fd.types')
  if (!isNumber(text)) return faultyArgument(`${text} is not a valid number`)
  return isWhole ? used('fd.types', shown, text.trim()) : unknown(shown)
}
