import { compileCheck } from './condition/compile-check.ts'
import { eventsOf, includesEvent, namesEvents, sizeOf } from './condition/event-set.ts'
import type { CheckNode, ConditionNode } from './condition/syntax.ts'
import { hasParameter } from './event-types.ts'
import { hostFields } from './events/scope.ts'
import { findField } from './fields.ts'
import { heldWith, textsOf } from './fires-alone.ts'

/** A comparison, or its opposite, that a condition needs. */
export interface Literal {
  readonly check: CheckNode
  readonly negated: boolean
}

/** Why two comparisons never hold at once: the other one, and a sentence that begins behind both. */
export interface Clash {
  readonly other?: CheckNode
  readonly why: string
}

/** More values, and more comparisons of one field, are not looked through. */
const MOST = 64

/** Why a comparison cannot hold together with all those that a condition needs besides. */
export function clashOf(literal: Literal, others: readonly Literal[]): Clash | undefined {
  const { check, negated } = literal
  if (namesEvents(check)) return ofTypes(literal, others)
  const opposite = others.find(
    each =>
      each.negated !== negated && each.check.operator === check.operator && writtenIn(each.check) === writtenIn(check),
  )
  if (opposite) return { other: opposite.check, why: 'are each other’s opposite. Take one of them out.' }
  return ofField(literal, others) ?? onTheHost(literal, others) ?? withoutField(literal, others)
}

/** A check as it is written, blanks aside, a list's items put in. */
export function writtenIn({ source, start, end }: CheckNode): string {
  return source.text.slice(start, end).replace(/\s+/g, ' ').trim()
}

const inTypes = 'of the same event, so the rule never fires. Join the types with or, or list them behind in.'

function ofTypes(literal: Literal, others: readonly Literal[]): Clash | undefined {
  const typed = others.filter(({ check }) => namesEvents(check))
  if (sizeOf(eventsOf(all([...typed, literal]))) > 0) return undefined
  const other = typed.find(each => sizeOf(eventsOf(all([each, literal]))) === 0) ?? typed.at(-1)
  return { ...(other && { other: other.check }), why: `never hold ${inTypes}` }
}

function all(literals: readonly Literal[]): ConditionNode {
  const children = literals.map(({ check, negated }): ConditionNode => {
    const { start, end, source } = check
    return negated ? { kind: 'not', child: check, start, end, source } : check
  })
  const [first] = children
  const { start, end, source } = first ?? { start: 0, end: 0, source: { text: '', pieces: [] } }
  return { kind: 'and', children, start, end, source }
}

/** The field that a check asks for plainly, when an event has one value of it. */
function keyOf({ left }: CheckNode): string | undefined {
  if (left.kind !== 'field' || left.name === 'evt.type' || left.name === 'syscall.type') return undefined
  if (left.argument === undefined && severalValues.test(left.name)) return undefined
  const found = findField(left.name, left.argument)
  return 'kind' in found || found.type === 'n' ? undefined : found.key
}

/** Fields that look at several values can be two things at once. */
const severalValues = /^(?:fd\.(?:ip|net|port|proto|types)|proc\.a(?:name|exe|exepath|cmdline|pid|env))$/

/** The few values that a field must have for a check to hold; undefined for any other check. */
function valuesOf({ check, negated }: Literal): readonly string[] | undefined {
  const { operator, modifier } = check
  if (negated || modifier !== undefined || (operator !== '=' && operator !== 'in')) return undefined
  const texts = textsOf(check)
  return texts.length > 0 && texts.length <= MOST ? texts : undefined
}

const atOnce = 'at once, so the rule never fires. Join them with or, or list the values behind in.'

function ofField(literal: Literal, others: readonly Literal[]): Clash | undefined {
  const key = keyOf(literal.check)
  if (key === undefined) return undefined
  const alike = others.filter(({ check }) => keyOf(check) === key).slice(0, MOST)
  for (const other of alike)
    if (refutes(literal, other, key) || refutes(other, literal, key) || excludesPart(literal, other))
      return { other: other.check, why: `never hold ${atOnce}` }
  return outOfRange(literal, alike.slice(0, MOST / 4), key)
}

/** Whether none of the values that one comparison needs lets the other hold. */
function refutes(one: Literal, other: Literal, key: string): boolean {
  const values = valuesOf(one)
  if (!values || textsOf(other.check).length > MOST * MOST) return false
  const test = compileCheck(other.check, () => {})
  return values.every(value => test({ title: '', type: '', fields: new Map([[key, value]]) }) === other.negated)
}

/** No text begins, or ends, in two ways. */
function excludesPart(a: Literal, b: Literal): boolean {
  const { operator } = a.check
  if (a.negated || b.negated || operator !== b.check.operator || a.check.modifier || b.check.modifier) return false
  const [[one = ''], [two = '']] = [textsOf(a.check), textsOf(b.check)]
  if (operator === 'startswith') return !one.startsWith(two) && !two.startsWith(one)
  return operator === 'endswith' && !one.endsWith(two) && !two.endsWith(one)
}

const ordering = ['<', '<=', '>', '>=', '=', '!=']

/** Numbers that several comparisons bound: if any fits, one of their bounds or of its neighbours does. */
function outOfRange(literal: Literal, alike: readonly Literal[], key: string): Clash | undefined {
  const isBound = ({ check }: Literal) =>
    ordering.includes(check.operator) && check.modifier === undefined && /^-?\d{1,15}$/.test(textsOf(check)[0] ?? '')
  const [other] = alike
  if (!other || ![literal, ...alike].every(isBound) || ![literal, ...alike].some(it => !it.negated)) return undefined
  const bounds = [literal, ...alike].map(({ check }) => Number(textsOf(check)[0]))
  const tests = [literal, ...alike].map(({ check, negated }) => ({ test: compileCheck(check, () => {}), negated }))
  for (const bound of bounds.flatMap(each => [each - 1, each, each + 1])) {
    const event = { title: '', type: '', fields: new Map([[key, String(bound)]]) }
    if (tests.every(({ test, negated }) => test(event) !== negated)) return undefined
  }
  return { other: other.check, why: `never hold at once: no number is both. Correct one of them.` }
}

/** What is on the host has no container, no image and no Pod. */
function onTheHost(literal: Literal, others: readonly Literal[]): Clash | undefined {
  const every = [...others, literal]
  const host = every.find(isHost)
  if (!host) return undefined
  const found = [literal, ...(host === literal ? others : [])].find(
    each => each !== host && !each.negated && aboutContainer.test(keyOf(each.check) ?? '') && !fitsHost(each.check),
  )
  if (!found) return undefined
  const other = found === literal ? host.check : found.check
  return {
    other,
    why: 'never hold at once: what runs on the host is in no container and no Pod. Take one of them out.',
  }
}

const aboutContainer = /^(?:container|k8s)\./

function isHost({ check, negated }: Literal): boolean {
  const { left, operator } = check
  const isWhere = left.kind === 'field' && /^container\.(?:id|name|type)$/.test(left.name)
  return isWhere && operator === (negated ? '!=' : '=') && textsOf(check)[0] === 'host'
}

let onHost: ReadonlyMap<string, string | null> | undefined

function fitsHost(check: CheckNode): boolean {
  onHost ??= new Map(hostFields())
  return heldWith(check, onHost) !== false
}

/** Calls that use no descriptor, so that whatever is asked of one is not there. */
const withoutDescriptor: ReadonlySet<string> = new Set([
  ...['execve', 'execveat', 'setuid', 'kill', 'ptrace', 'unshare', 'capset', 'chroot', 'mount', 'init_module'],
  ...['rename', 'renameat2', 'linkat', 'chmod', 'chdir'],
])
const opening: ReadonlySet<string> = new Set(['open', 'openat', 'openat2', 'creat', 'open_by_handle_at'])
const starting: ReadonlySet<string> = new Set(['execve', 'execveat'])

const hangsOnType = /^(?:fd\.|evt\.(?:raw)?arg\.|evt\.is_open_|proc\.name$)/

/** A comparison of something that events of the types that a condition needs do not have. */
function withoutField(literal: Literal, others: readonly Literal[]): Clash | undefined {
  const { left } = literal.check
  if (literal.negated || left.kind !== 'field' || !hangsOnType.test(left.name)) return undefined
  const type = others.find(({ check, negated }) => namesEvents(check) && !negated && check.operator !== '!=')
  if (!type) return undefined
  const why = whyNotOf(literal.check, typesOf(type.check, others))
  return why === undefined ? undefined : { other: type.check, why }
}

/** The types that one comparison names, and the others leave. */
function typesOf(type: CheckNode, others: readonly Literal[]): readonly string[] {
  const events = eventsOf(all(others.filter(({ check }) => namesEvents(check))))
  return textsOf(type).filter(name => includesEvent(events, name))
}

function whyNotOf(check: CheckNode, types: readonly string[]): string | undefined {
  const { left, operator } = check
  if (left.kind !== 'field' || types.length === 0) return undefined
  const every = (set: ReadonlySet<string>) => types.every(type => set.has(type))
  const texts = textsOf(check)
  const whole = (operator === '=' || operator === 'in') && texts.length > 0
  const isDescriptor = left.name.startsWith('fd.') && left.name !== 'fd.types'
  if (isDescriptor && every(withoutDescriptor))
    return `never hold at once: ${types[0]} uses no file descriptor, so it has no ${left.name}. Ask for another type of event.`
  const [, parameter] = /^evt\.(?:raw)?arg\.(\w+)$/.exec(left.name) ?? []
  if (parameter !== undefined && types.every(type => !hasParameter(type, parameter)))
    return `never hold at once: ${types[0]} has no parameter ${parameter}. Ask for another.`
  if (/^evt\.is_open_\w+$/.test(left.name) && !types.some(type => opening.has(type)) && whole && texts[0] === 'true')
    return `never hold at once: ${types[0]} opens nothing. Ask for open, openat and openat2.`
  if (left.name === 'proc.name' && whole && every(starting) && texts.every(text => text.startsWith('/')))
    return 'never hold at once: a process’s name has no folders in it. Ask for proc.exepath.'
  if (/^fd\.name$/.test(left.name) && whole && every(opening) && texts.every(text => /^[\w.-]/.test(text)))
    return 'never hold at once: a file is told from the root. Begin it with a slash.'
  return undefined
}
