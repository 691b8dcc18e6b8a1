import { z } from 'zod'

export const absolutePath = z
  .string()
  .regex(/^\/(?!.*(^|\/)\.\.?(\/|$))/, 'This has to be a path from the root, without `..`.')

/** Below the kubelet's seccomp root, as a pod names it. */
export const profilePath = z
  .string()
  .regex(
    /^(?!\/)(?!.*(^|\/)\.\.(\/|$)).+/,
    "A profile is named as a pod names it: below the kubelet's seccomp root, without `/` in front.",
  )

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens only.')
