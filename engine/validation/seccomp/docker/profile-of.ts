import type { Decoded } from '../decode.ts'
import { entryOf, profileOf, texts } from '../profile-of.ts'
import type { Condition, DockerEntry, DockerProfile } from './profile.ts'

/** The profile that Go’s decoder left in the structs of `dockerShape`. */
export function dockerProfileOf(decoded: Decoded): DockerProfile {
  const { archMap, syscalls, defaultErrno } = decoded.fields ?? {}
  return {
    ...profileOf(decoded),
    syscalls: (syscalls?.items ?? []).map(dockerEntryOf),
    archMap: (archMap?.items ?? []).map(({ fields = {} }) => ({
      architecture: fields.architecture?.text ?? '',
      subArchitectures: texts(fields.subArchitectures),
    })),
    ...(archMap && { archMapRange: archMap.range }),
    defaultErrno: defaultErrno?.text ?? '',
  }
}

function dockerEntryOf(decoded: Decoded): DockerEntry {
  const { name, errno, includes, excludes } = decoded.fields ?? {}
  return {
    ...entryOf(decoded),
    name: name?.text ?? '',
    ...(name && { nameRange: name.range }),
    errno: errno?.text ?? '',
    ...(includes && { includes: conditionOf(includes) }),
    ...(excludes && { excludes: conditionOf(excludes) }),
  }
}

function conditionOf({ fields = {} }: Decoded): Condition {
  return { caps: texts(fields.caps), arches: texts(fields.arches), minKernel: fields.minKernel?.text ?? '' }
}
