/** The Go types that containerd reads a profile into (runtime-spec, `LinuxSeccomp`), and Docker's keys that it does not know. */
export type Shape =
  | { readonly kind: 'text' | 'number'; readonly go: string }
  | { readonly kind: 'list'; readonly go: string; readonly of: Shape }
  | {
      readonly kind: 'struct'
      readonly go: string
      readonly name: string
      readonly fields: Readonly<Record<string, Shape>>
      /** Key to what can be done instead. */
      readonly docker: Readonly<Record<string, string>>
    }

export type Struct = Extract<Shape, { readonly kind: 'struct' }>

export const text = (go: string): Shape => ({ kind: 'text', go })
const number = (go: string): Shape => ({ kind: 'number', go })
export const list = (of: Shape): Shape => ({ kind: 'list', go: `[]${of.go}`, of })

const arg: Struct = {
  kind: 'struct',
  go: 'specs.LinuxSeccompArg',
  name: 'LinuxSeccompArg',
  fields: {
    index: number('uint'),
    value: number('uint64'),
    valueTwo: number('uint64'),
    op: text('specs.LinuxSeccompOperator'),
  },
  docker: {},
}

export const syscallShape: Struct = {
  kind: 'struct',
  go: 'specs.LinuxSyscall',
  name: 'LinuxSyscall',
  fields: {
    names: list(text('string')),
    action: text('specs.LinuxSeccompAction'),
    errnoRet: number('uint'),
    args: list(arg),
  },
  docker: {
    name: 'Write `names` with a list.',
    includes: 'The entry counts for every container.',
    excludes: 'The entry counts for every container.',
    comment: 'It does no harm.',
    errno: 'Write `errnoRet` with a number.',
  },
}

export const seccompShape: Struct = {
  kind: 'struct',
  go: 'specs.LinuxSeccomp',
  name: 'LinuxSeccomp',
  fields: {
    defaultAction: text('specs.LinuxSeccompAction'),
    defaultErrnoRet: number('uint'),
    architectures: list(text('specs.Arch')),
    flags: list(text('specs.LinuxSeccompFlag')),
    listenerPath: text('string'),
    listenerMetadata: text('string'),
    syscalls: list(syscallShape),
  },
  docker: {
    archMap: 'List the architectures in `architectures`.',
    defaultErrno: 'Write `defaultErrnoRet` with a number.',
  },
}
