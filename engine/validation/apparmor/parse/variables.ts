import type { Place } from '../policy.ts'
import { refuse } from './refusal.ts'

/** `@{NAME}`, `@NAME`, `${NAME}`, `$NAME` → `NAME`. */
export function variableName(written: string): string {
  return written.replace(/^[@$]\{?/, '').replace(/\}$/, '')
}

/** Characters that one text may grow to when its variables are filled in. */
const MAX_LENGTH = 64 * 1024
/** Variables that stand for one another. */
const MAX_DEPTH = 64

/** The variables of a policy. */
export interface Variables {
  readonly sets: ReadonlyMap<string, readonly string[]>
  readonly booleans: ReadonlyMap<string, boolean>
  /** Sets whose own variables have been filled in. */
  readonly filled: Map<string, readonly string[]>
  /** What `@{profile_name}` stands for, inside of a profile. */
  readonly profileName?: string
}

interface Split {
  readonly before: string
  readonly name: string
  readonly after: string
}

/** The first variable in a text from `from` on; a backslash before the `@` makes it none. */
function split(text: string, from = 0): Split | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text.startsWith('@{', at)) {
      named.lastIndex = at
      const [all, name = ''] = named.exec(text) ?? []
      if (all !== undefined) return { before: text.slice(0, at), name, after: text.slice(at + all.length) }
    }
  }
  return undefined
}

const named = /@\{([A-Za-z0-9_]*)\}/y

/** A text with its variables filled in: one value as it is, several as `{one,other}`. */
export function expanded(text: string, variables: Variables, place?: Place): string {
  let result = text
  // What has been filled in holds no variables any more.
  let from = 0
  for (let found = split(result); found; found = split(result, from)) {
    const { before, name, after } = found
    const values = valuesOf(name, variables, place)
    const begun = before + (values.length === 1 ? (values[0] ?? '') : alternation(found, values))
    from = begun.length
    result = begun + after
    if (result.length > MAX_LENGTH) throw tooLong(name, place)
  }
  return result
}

/** Slashes are not doubled where a value meets one. */
function alternation({ before, after }: Split, values: readonly string[]): string {
  const parts = values.map(value => {
    const begun = before.endsWith('/') ? value.replace(/^\/+/, '') : value
    return after.startsWith('/') ? begun.replace(/\/+$/, '') : begun
  })
  return `{${parts.join(',')}}`
}

function valuesOf(
  name: string,
  variables: Variables,
  place: Place | undefined,
  asking: readonly string[] = [],
): readonly string[] {
  if (name === 'profile_name' && variables.profileName !== undefined) return [variables.profileName]
  const known = variables.filled.get(name)
  if (known) return known
  const values = variables.sets.get(name)
  if (!values) {
    const declared = variables.booleans.has(name)
    const message = declared
      ? `Found reference to set variable ${name}, but declared boolean`
      : `Found reference to variable ${name}, but is never declared`
    throw refuse('apparmor-variable', message, place, { variable: name })
  }
  const filled: string[] = []
  let length = 0
  const work = [...values].reverse()
  for (let value = work.pop(); value !== undefined; value = work.pop()) {
    if (value.length > MAX_LENGTH || asking.length > MAX_DEPTH) throw tooLong(name, place)
    const found = split(value)
    if (!found) {
      length += value.length + 1
      if (length > MAX_LENGTH) throw tooLong(name, place)
      filled.push(value)
      continue
    }
    if (found.name === name || asking.includes(found.name)) {
      const message = `Variable @{${found.name}} is referenced recursively (by @{${name}})`
      throw refuse('apparmor-variable', message, place, { variable: found.name })
    }
    if (!variables.sets.has(found.name)) {
      const message = variables.booleans.has(found.name)
        ? `Variable @{${name}} references boolean variable @{${found.name}}`
        : `Variable @{${name}} references undefined variable @{${found.name}}`
      throw refuse('apparmor-variable', message, place, { variable: found.name })
    }
    const inner = valuesOf(found.name, variables, place, [...asking, name])
    if (work.length + inner.length > MAX_LENGTH) throw tooLong(name, place)
    for (const it of inner.toReversed()) work.push(found.before + it + found.after)
  }
  variables.filled.set(name, filled)
  return filled
}

function tooLong(name: string, place: Place | undefined): Error {
  const words = `The variable ${name} fills in to more than ${MAX_LENGTH} characters, which is not read here. Give it less.`
  return refuse('apparmor-too-large', words, place, { variable: name })
}
