import { apparmor } from './apparmor.ts'
import type { Comparison } from './comparison.ts'
import { falco } from './falco.ts'
import { kubernetes } from './kubernetes.ts'
import { seccomp } from './seccomp.ts'
import { shell } from './shell.ts'

/** Kind → what counts in it. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  ...apparmor,
  ...falco,
  ...kubernetes,
  ...seccomp,
  ...shell,
}
