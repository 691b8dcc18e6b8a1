import type { CompiledSeccomp } from './decide.ts'

/** `missing` is the system call that stops it, `message` what the runtime or the image's libc says then. */
export type Start =
  | { readonly starts: boolean; readonly missing?: string; readonly message?: string }
  | { readonly undecided: string }

/** Whether runc 1.1.15 can start a container under this filter. Kubernetes' `allowPrivilegeEscalation: false` is `noNewPrivileges`. */
export function containerStarts(_compiled: CompiledSeccomp, _options: { readonly noNewPrivileges: boolean }): Start {
  return { undecided: 'Not known yet.' }
}
