import { compileCheck } from './condition/compile-check.ts'
import { onceFor } from './condition/once-for.ts'
import { bytesOf } from './condition/position.ts'
import type { CheckNode } from './condition/syntax.ts'
import type { FieldValue } from './event.ts'
import { findField } from './fields.ts'

/** What a check compares with; empty for a field, a call and `exists`. */
export function textsOf({ right }: CheckNode): readonly string[] {
  if (right?.kind === 'list') {
    const { items, listed } = right
    const work = () => items.map(({ text }) => text)
    return listed ? onceFor(items, 'texts', work) : work()
  }
  return right?.kind === 'value' ? [right.text] : []
}

/** Whether a check holds for an event of which only these fields are told; undefined when that is not enough. */
export function heldWith(check: CheckNode, fields: ReadonlyMap<string, FieldValue>): boolean | undefined {
  return compileCheck(check, () => {})({ title: '', type: '', fields })
}

/** Fields that are one of few values. Those that every event has are never absent. */
const domains: Readonly<Record<string, { readonly values: readonly string[]; readonly always: boolean }>> = {
  'evt.dir': { values: ['<'], always: true },
  'evt.source': { values: ['syscall'], always: true },
  'fd.l4proto': { values: ['tcp', 'udp', 'icmp', 'raw', '<NA>'], always: false },
  'fd.sockfamily': { values: ['ip', 'unix'], always: false },
}

/** Names of processes, of which the kernel keeps 15 bytes. */
const shortNames = /^proc\.(?:p|a|s|pgid\.|vpgid\.)?name$/

/**
 * Why a check, or its opposite, holds for no event whatever the rest of a condition is: a sentence that begins behind the
 * check and ends in a remedy. Undefined when it may hold.
 */
export function whyNeverHolds(check: CheckNode, negated: boolean): string | undefined {
  const { left, operator, right, modifier } = check
  if (!negated && right?.kind === 'list' && right.items.length === 0 && (operator === 'in' || modifier))
    return isList(check) ? undefined : 'holds for no event: the list is empty. Put something into it.'
  if (left.kind !== 'field') return undefined
  const domain = Object.hasOwn(domains, left.name) ? domains[left.name] : undefined
  if (domain && (domain.always || !negated)) {
    const all = domain.values.map(value => heldWith(check, new Map([[left.name, value]])))
    if (all.every(held => held !== undefined && held === negated)) return ofDomain(left.name, domain.values)
  }
  return negated ? undefined : whyNoValueFits(check, left.name)
}

function isList({ left }: CheckNode): boolean {
  return left.kind !== 'field' || left.name === 'fd.types'
}

function ofDomain(name: string, values: readonly string[]): string {
  if (name === 'evt.dir') return 'holds for no event: Falco sees calls when they end, and so does evt.dir. Take it out.'
  return `holds for no event: ${name} is ${values.length === 1 ? 'always' : 'one of'} ${values.join(', ')}. Correct it, or take it out.`
}

function whyNoValueFits(check: CheckNode, name: string): string | undefined {
  const { operator, modifier } = check
  const texts = textsOf(check)
  if (texts.length === 0 || modifier === 'anyof' || modifier === 'oneof') return undefined
  const whole = operator === '=' || operator === 'in'
  const part = whole || operator === 'contains' || operator === 'startswith' || operator === 'endswith'
  if (part && shortNames.test(name) && texts.every(text => bytesOf(text) > 15))
    return `holds for no event: the kernel keeps 15 characters of a process’s name. Write ${short(texts)}, or ask for proc.exepath.`
  if (part && name === 'fd.filename' && texts.every(text => text.includes('/') && text !== '/'))
    return 'holds for no event: a file’s name has no folders in it. Ask for fd.name.'
  if (whole && name === 'fd.directory' && texts.every(text => /^[\w.-]/.test(text)))
    return 'holds for no event: a directory is told from the root. Begin it with a slash.'
  if (whole && name === 'fd.typechar' && texts.every(text => text.length !== 1))
    return 'holds for no event: fd.typechar is one letter, such as f for files and 4 for IPv4. Write that, or ask for fd.type.'
  if (whole && name === 'evt.res' && texts.every(text => !/^(?:SUCCESS|E[A-Z0-9]+)$/.test(text)))
    return 'holds for no event: evt.res is SUCCESS or an error such as EACCES. Write one of them, or ask for evt.rawres.'
  const found = findField(name)
  if (operator === '<' && !('kind' in found) && 'uvora'.includes(found.type) && texts.every(text => Number(text) === 0))
    return `holds for no event: ${name} is never below 0. Correct the number.`
  return undefined
}

/** As the kernel cuts the first of them. */
function short([first = '']: readonly string[]): string {
  return first.slice(0, 15)
}
