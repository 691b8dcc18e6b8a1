import { RE2JS } from 're2js'
import type { FalcoEvent, FieldValue } from './event.ts'

/** A mount as Falco lists it: `source:dest:mode:rdwr:propagation`. */
const parts: Readonly<Record<string, number>> = {
  'container.mount.source': 0,
  'container.mount.dest': 1,
  'container.mount.mode': 2,
  'container.mount.rdwr': 3,
  'container.mount.propagation': 4,
}

/**
 * One of a container's mounts, by its place in the list, or by a regular expression that is found in its source (for
 * `container.mount.source` in its destination). Null where there is none.
 */
export function mountOf(name: string, argument: string): ((event: FalcoEvent) => FieldValue | undefined) | undefined {
  const part = parts[name]
  const isPlace = /^(?:0|[1-9]\d*)$/.test(argument)
  const pattern = isPlace ? undefined : compiled(argument)
  if (!isPlace && !pattern) return undefined
  return ({ fields }) => {
    const all = fields.get('container.mounts')
    if (typeof all !== 'string') return all === null ? null : undefined
    const mounts = all === '' ? [] : all.split(',')
    const found = isPlace
      ? mounts[Number(argument)]
      : mounts.find(mount => pattern?.matcher(mount.split(':')[part === 0 ? 1 : 0] ?? '').find())
    if (found === undefined) return null
    return part === undefined ? found : (found.split(':')[part] ?? null)
  }
}

function compiled(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern, RE2JS.MULTILINE)
  } catch {
    return undefined
  }
}
