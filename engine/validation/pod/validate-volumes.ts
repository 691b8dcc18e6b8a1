import { duplicate, every, type FieldError, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { labelErrors } from '../kubernetes/names.ts'
import type { DecodedVolume } from './decoded.ts'
import type { Volumes } from './validate-mounts.ts'
import { sourceErrors } from './validate-volume.ts'

/** What validation says of volumes, and those in which nothing is wrong: others are taken for missing. */
export function volumesErrors(
  volumes: readonly DecodedVolume[],
  at: FieldPath,
): { readonly errors: readonly FieldError[]; readonly good: Volumes } {
  const good = new Map<string, DecodedVolume>()
  const errors = volumes.flatMap((volume, index) => {
    const here = child(at, index)
    const { name } = volume
    const ofName = child(here, 'name')
    const found = [
      ...sourceErrors(volume, here),
      ...(name === '' ? [required(ofName)] : every(ofName, name, labelErrors(name))),
      ...(good.has(name) ? [duplicate(ofName, name)] : []),
    ]
    if (found.length === 0) good.set(name, volume)
    return found
  })
  return { errors, good }
}
