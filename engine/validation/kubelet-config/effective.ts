import type { Path, Range } from '../../yaml/range.ts'
import type { KubeletReading } from './read.ts'

/** A value that is in force, and the line that decides it. */
export interface EffectiveSetting {
  readonly value: unknown
  readonly from: 'file' | 'default'
  readonly range?: Range
}

/**
 * What is in force for a field, `['authentication', 'anonymous', 'enabled']`, and where it comes from. Nought and empty texts
 * that the kubelet takes for nothing said are defaults, as they are there. Undefined where there is no such field, or no file
 * that can be decoded.
 */
export function effectiveSetting(reading: KubeletReading, path: Path): EffectiveSetting | undefined {
  const value = valueAt(reading.value, path)
  if (value.isMissing) return undefined
  const range = reading.placeOf(path)
  const written = valueAt(reading.written, path)
  const isOwn = range !== undefined && !written.isMissing && isSaid(written.value, value.value)
  return isOwn ? { value: value.value, from: 'file', range } : { value: value.value, from: 'default' }
}

/** A path in a file becomes absolute, so texts may differ; everything else is as it is written, or was replaced. */
function isSaid(written: unknown, inForce: unknown): boolean {
  if (typeof written === 'string') return written !== ''
  return typeof written === 'object' ? written !== null : written === inForce
}

function valueAt(from: unknown, path: Path): { readonly isMissing: boolean; readonly value: unknown } {
  let value = from
  for (const step of path) {
    if (value instanceof Map && value.has(step)) value = value.get(step)
    else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) value = Reflect.get(value, step)
    else return { isMissing: true, value: undefined }
  }
  return { isMissing: from === undefined, value }
}
