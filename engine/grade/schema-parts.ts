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

/** A file of the lab's own, in place of what it holds. */
export const probePath = z
  .string()
  .startsWith('probes/')
  .describe('A file of the lab below `probes/`, which is never shown to learners.')

/** Which host a check looks at. */
export const hostName = z.string().meta({
  description: "The host that is looked at. Left out: the lab's `host`.",
  examples: ['controlplane', 'node01'],
})

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens only.')
