import { readBool } from '../go-number.ts'
import type { GateState } from './gate.ts'
import { gateNeeds, kubernetesGates } from './kubernetes-gates.ts'

/** Which gates are on. */
export interface Gates {
  isOn(name: string): boolean
}

export type SetGates = Gates | { readonly errors: readonly string[]; readonly isAggregate: boolean }

/** `A=true,B=false` as gates by name; the first wrong pair ends it. */
export function readGateList(text: string): ReadonlyMap<string, boolean> | { readonly error: string } {
  const asked = new Map<string, boolean>()
  for (const pair of text.split(',')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = (at < 0 ? pair : pair.slice(0, at)).trim()
    if (at < 0) return { error: `missing bool value for ${name}` }
    const value = pair.slice(at + 1).trim()
    const read = readBool(value)
    if ('error' in read) return { error: `invalid value of ${name}=${value}, err: ${read.error}` }
    asked.set(name, read.value)
  }
  return asked
}

/**
 * Sets gates as a component at a version does. Unknown and locked gates are refused, as are gates that need others that
 * are off. Where several are wrong, Kubernetes tells them in no order; here it is the order in which they are asked.
 *
 * @param minor the minor version of Kubernetes 1 that is emulated
 */
export function setGates(asked: ReadonlyMap<string, boolean>, minor: number): SetGates {
  const refused = (errors: readonly string[]) => ({ errors, isAggregate: true })
  const on = new Map<string, boolean>()
  const errors: string[] = []
  for (const [name, value] of asked) {
    if (!kubernetesGates.has(name)) return refused([...errors, `unrecognized feature gate: ${name}`])
    const state = gateAt(name, minor)
    if (state?.locked && state.on !== value)
      errors.push(`cannot set feature gate ${name} to ${value}, feature is locked to ${state.on}`)
    else if (state) on.set(name, value)
    else
      errors.push(
        `cannot set feature gate ${name} to ${value}, feature is PreAlpha at emulated version 1.${minor}, min compatibility version 1.${Math.max(minor - 1, 32)}`,
      )
  }
  if (errors.length > 0) return refused(errors)
  const isOn = (name: string): boolean => {
    const state = gateAt(name, minor)
    if (!state) return false
    const explicit = on.get(name)
    if (explicit !== undefined) return explicit
    const all = state.stage === 'alpha' ? on.get('AllAlpha') : state.stage === 'beta' ? on.get('AllBeta') : undefined
    return all ?? state.on
  }
  for (const [name, needs] of gateNeeds) {
    const off = isOn(name) ? needs.filter(need => !isOn(need)) : []
    if (off.length > 0) errors.push(`${name} is enabled, but depends on features that are disabled: [${off.join(' ')}]`)
  }
  return errors.length > 0 ? refused(errors) : { isOn }
}

/** What a gate is at a version; undefined before there was one. What was before 1.32 counts as 1.32. */
export function gateAt(name: string, minor: number): GateState | undefined {
  const known = Math.max(minor, 32)
  return kubernetesGates.get(name)?.findLast(({ since }) => since <= known)
}
