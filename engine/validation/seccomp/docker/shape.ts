import { list, type Struct, seccompShape, syscallShape, text } from '../oci-shape.ts'
import type { Reader } from './profile.ts'

const struct = (name: string, fields: Struct['fields']): Struct => ({
  kind: 'struct',
  go: `seccomp.${name}`,
  name,
  fields,
  docker: {},
})

/** The Go types that Docker’s dialect is read into: the OCI ones with more keys. The two readers differ in a few. */
export function dockerShape(reader: Reader): Struct {
  const condition = struct('Filter', {
    caps: list(text('string')),
    arches: list(text('string')),
    ...(reader === 'dockerd' && { minKernel: text('string') }),
  })
  const errno = text('string')
  const syscall = struct('Syscall', {
    ...syscallShape.fields,
    name: text('string'),
    comment: text('string'),
    includes: condition,
    excludes: condition,
    ...(reader === 'cri-o' && { errno }),
  })
  const architecture = struct('Architecture', {
    architecture: text('specs.Arch'),
    subArchitectures: list(text('specs.Arch')),
  })
  return struct('Seccomp', {
    ...seccompShape.fields,
    archMap: list(architecture),
    syscalls: list(syscall),
    ...(reader === 'cri-o' && { defaultErrno: errno }),
  })
}
