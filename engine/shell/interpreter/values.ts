import { evaluate, type Numbers } from './arithmetic.ts'
import type { Shell } from './shell.ts'
import type { Variable } from './variables.ts'

/** What bash 5.2.21 of Ubuntu 24.04 says of itself. */
export const bashVersion = '5.2.21(1)-release'
/** Programs have no process here; a shell has a fixed number. */
export const shellPid = 2417

export type Assigned = { readonly ok: true } | { readonly problem: string }
const ok: Assigned = { ok: true }

/** `a[1]` as name and subscript. */
export function splitName(text: string): { readonly name: string; readonly subscript?: string } {
  const open = text.indexOf('[')
  if (open < 0 || !text.endsWith(']')) return { name: text }
  return { name: text.slice(0, open), subscript: text.slice(open + 1, -1) }
}

export function isName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text)
}

/** bash's generator: so `RANDOM=1` gives the same numbers as there. */
export function nextRandom(shell: Shell): number {
  shell.random = parkMiller(shell.random)
  return ((shell.random >>> 16) ^ (shell.random & 0xffff)) & 32767
}

function parkMiller(seed: number): number {
  const from = seed === 0 ? 123459876 : seed
  const high = Math.trunc(from / 127773)
  const low = from - 127773 * high
  const next = 16807 * low - 2836 * high
  return next < 0 ? next + 0x7fffffff : next
}

type Dynamic = (shell: Shell) => string | undefined
const seconds = (shell: Shell) => Math.floor(shell.session.world.clock / 1000)

const dynamic: Readonly<Record<string, Dynamic>> = {
  '?': shell => String(shell.lastExit),
  '#': shell => String(shell.positional.length),
  $: () => String(shellPid),
  '!': shell => (shell.lastJob === undefined ? '' : String(shell.lastJob)),
  '0': shell => shell.name0,
  '-': shell => flags(shell),
  _: shell => shell.lastArgument,
  BASH: () => '/usr/bin/bash',
  BASHPID: shell => String(shellPid + shell.subshell),
  BASH_SUBSHELL: shell => String(shell.subshell),
  BASH_VERSION: () => bashVersion,
  BASHOPTS: shell => [...shell.shopt].sort().join(':'),
  EPOCHREALTIME: shell => (shell.session.world.clock / 1000).toFixed(6),
  EPOCHSECONDS: shell => String(seconds(shell)),
  EUID: shell => String(shell.who.uid),
  HOSTNAME: shell => shell.host.name,
  HOSTTYPE: () => 'x86_64',
  LINENO: shell => String(shell.line),
  MACHTYPE: () => 'x86_64-pc-linux-gnu',
  OSTYPE: () => 'linux-gnu',
  PPID: () => String(shellPid - 1),
  RANDOM: shell => String(nextRandom(shell)),
  SECONDS: shell => String(seconds(shell) - shell.secondsFrom),
  SHELLOPTS: shell => [...shell.options].sort().join(':'),
  UID: shell => String(shell.who.uid),
}

const optionLetters: Readonly<Record<string, string>> = {
  allexport: 'a',
  errexit: 'e',
  noglob: 'f',
  hashall: 'h',
  noexec: 'n',
  nounset: 'u',
  verbose: 'v',
  xtrace: 'x',
  braceexpand: 'B',
  noclobber: 'C',
  histexpand: 'H',
  monitor: 'm',
}

function flags(shell: Shell): string {
  const letters = [...shell.options].map(name => optionLetters[name] ?? '')
  const order = (letter: string) =>
    /[a-z]/.test(letter) ? letter : letter.toLowerCase().toUpperCase().padStart(2, '~')
  const all = [...letters, ...(shell.interactive ? ['i'] : [])].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return all.join('') + (shell.interactive ? 's' : shell.voice.given ? 'c' : '')
}

/** Arrays that the shell itself keeps. */
function dynamicArray(shell: Shell, name: string): readonly string[] | undefined {
  switch (name) {
    case 'PIPESTATUS':
      return shell.pipeStatus.map(String)
    case 'FUNCNAME':
      return shell.calls.length === 0 ? undefined : [...shell.calls].reverse()
    case 'GROUPS':
      return shell.who.groups.map(String)
    case 'DIRSTACK':
      return [shell.cwd, ...shell.directories]
    case 'BASH_VERSINFO':
      return ['5', '2', '21', '1', 'release', 'x86_64-pc-linux-gnu']
    default:
      return undefined
  }
}

/** Follows `declare -n`. */
export function resolveName(shell: Shell, name: string): string {
  let at = name
  for (let i = 0; i < 8; i++) {
    const it = shell.vars.get(splitName(at).name)
    if (!it?.reference || !it.value) return at
    at = it.value
  }
  return at
}

/** The value of a variable without subscript, of a special one too; undefined when unset. */
export function lookUp(shell: Shell, wanted: string): string | undefined {
  const name = resolveName(shell, wanted)
  if (name !== wanted && name.includes('[')) return elementOf(shell, name)
  if (/^[1-9]\d*$/.test(name)) return shell.positional[Number(name) - 1]
  if (Object.hasOwn(dynamic, name)) {
    const own = name === 'HOSTNAME' || name === 'SECONDS' ? shell.vars.get(name)?.value : undefined
    return own ?? dynamic[name]?.(shell)
  }
  const listed = dynamicArray(shell, name)
  if (listed) return listed[0]
  const it = shell.vars.get(name)
  return it?.array ? it.array.get(0) : it?.map ? it.map.get('0') : it?.value
}

/** The value of `name[subscript]`, the subscript already expanded. */
export function elementOf(shell: Shell, text: string): string | undefined {
  const { name: wanted, subscript } = splitName(text)
  if (subscript === undefined) return lookUp(shell, wanted)
  const name = resolveName(shell, wanted)
  const listed = dynamicArray(shell, name)
  const it = shell.vars.get(name)
  if (it?.map) return it.map.get(subscript)
  const index = indexOf(shell, subscript, listed ? listed.length : lastIndex(it) + 1)
  if (typeof index !== 'number') return undefined
  if (listed) return listed[index]
  if (it?.array) return it.array.get(index)
  return index === 0 ? lookUp(shell, name) : undefined
}

function lastIndex(variable: Variable | undefined): number {
  if (variable?.array) return variable.array.size === 0 ? -1 : Math.max(...variable.array.keys())
  return variable?.value === undefined ? -1 : 0
}

function indexOf(shell: Shell, subscript: string, length: number): number | Assigned {
  const value = evaluate(subscript, numbersOf(shell))
  if (typeof value !== 'bigint') return { problem: value.problem }
  const index = Number(value) < 0 ? Number(value) + length : Number(value)
  return index < 0 || index > 1_000_000 ? { problem: `${subscript}: bad array subscript` } : index
}

/** All values of an array, map or plain variable, in order. */
export function valuesOf(shell: Shell, wanted: string): readonly string[] {
  const name = resolveName(shell, wanted)
  const listed = dynamicArray(shell, name)
  if (listed) return listed
  const it = shell.vars.get(name)
  if (it?.array) return [...it.array].sort(([a], [b]) => a - b).map(([, value]) => value)
  if (it?.map) return [...it.map.values()]
  const value = lookUp(shell, name)
  return value === undefined ? [] : [value]
}

export function keysOf(shell: Shell, wanted: string): readonly string[] {
  const name = resolveName(shell, wanted)
  const listed = dynamicArray(shell, name)
  if (listed) return listed.map((_, index) => String(index))
  const it = shell.vars.get(name)
  if (it?.array) return [...it.array.keys()].sort((a, b) => a - b).map(String)
  if (it?.map) return [...it.map.keys()]
  return lookUp(shell, name) === undefined ? [] : ['0']
}

/** Gives a variable or element a value, minding `readonly`, `-i` and letter case. */
export function assign(shell: Shell, text: string, value: string, append = false, claimed?: Variable): Assigned {
  const resolved = resolveName(shell, text)
  const { name, subscript } = splitName(resolved)
  if (!isName(name)) return { problem: `\`${text}': not a valid identifier` }
  if (name === 'RANDOM') {
    shell.random = Number(value) >>> 0
    return ok
  }
  if (name === 'SECONDS') {
    shell.secondsFrom = Math.floor(shell.session.world.clock / 1000) - (Number(value) || 0)
    return ok
  }
  const it = claimed ?? shell.vars.claim(name)
  if (it.readonly) return { problem: `${name}: readonly variable` }
  if (name === 'UID' || name === 'EUID' || name === 'PPID' || name === 'SHELLOPTS' || name === 'BASHOPTS')
    return { problem: `${name}: readonly variable` }
  const before = (append ? (subscript === undefined ? currentOf(it) : elementOf(shell, resolved)) : undefined) ?? ''
  let next = before + value
  if (it.integer) {
    const number = evaluate(append ? `(${before || 0})+(${value})` : value, numbersOf(shell))
    if (typeof number !== 'bigint') return { problem: number.problem }
    next = String(number)
  }
  if (it.letters) next = it.letters === 'lower' ? next.toLowerCase() : next.toUpperCase()
  if (next.length > 1024) shell.session.meter.keep(next.length)
  if (shell.options.has('allexport')) it.exported = true
  if (subscript === undefined) {
    if (it.array) it.array.set(0, next)
    else if (it.map) it.map.set('0', next)
    else it.value = next
    return ok
  }
  if (it.map) {
    it.map.set(subscript, next)
    return ok
  }
  const index = indexOf(shell, subscript, lastIndex(it) + 1)
  if (typeof index !== 'number') return index
  if (!it.array) {
    it.array = new Map(it.value === undefined ? [] : [[0, it.value]])
    it.value = undefined
  }
  it.array.set(index, next)
  return ok
}

function currentOf(it: Variable): string {
  return (it.array ? it.array.get(0) : it.map ? it.map.get('0') : it.value) ?? ''
}

/** Removes a variable or one element of it. */
export function unset(shell: Shell, text: string): Assigned {
  const { name, subscript } = splitName(resolveName(shell, text))
  const it = shell.vars.get(name)
  if (!it) return ok
  if (it.readonly) return { problem: `${name}: cannot unset: readonly variable` }
  if (subscript === undefined || subscript === '@' || subscript === '*') shell.vars.remove(name)
  else if (it.map) it.map.delete(subscript)
  else if (it.array) {
    const index = indexOf(shell, subscript, lastIndex(it) + 1)
    if (typeof index === 'number') it.array.delete(index)
  } else if (subscript === '0') shell.vars.remove(name)
  return ok
}

/** What arithmetic needs of a shell. */
export function numbersOf(shell: Shell): Numbers {
  return {
    get: name => elementOf(shell, name) ?? unboundIn(shell, name),
    set: (name, value) => {
      const done = assign(shell, name, value)
      if ('problem' in done) throw { problem: done.problem }
    },
  }
}

function unboundIn(shell: Shell, name: string): string {
  if (shell.options.has('nounset')) throw { problem: `${name}: unbound variable` }
  return ''
}
