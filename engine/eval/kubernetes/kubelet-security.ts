import { z } from 'zod'
import { appArmorOf } from '../../validation/pod/app-armor.ts'
import { isProcMasked, mayGainPrivileges } from '../../validation/pod/effective.ts'
import { effectiveContext } from '../../validation/pod/effective-context.ts'
import { nonRootRefusal } from '../../validation/pod/non-root.ts'
import type { RuntimeProfile, Unstartable } from '../../validation/pod/profile.ts'
import { seccompOf } from '../../validation/pod/seccomp.ts'
import { type Evaluator, evaluator, type Line, present } from '../evaluator.ts'
import { containerContext, podContext, withoutNulls } from './pod-shape.ts'

/** The Pod and the container that the recordings ask about. */
const podText = 'p_ns(u1)'
const name = 'c'

/** What the kubelet asks the runtime for, of one container's settings and its Pod's. */
export const kubeletSecurity: Evaluator = evaluator(
  'settings of a container, its Pod and its image: what the kubelet asks of the runtime, and what it refuses',
  withoutNulls(
    z.object({
      annotations: z.record(z.string(), z.string()).optional(),
      podSecurityContext: podContext.optional(),
      securityContext: containerContext.optional(),
      imageUID: z.number().optional(),
      imageUsername: z.string(),
      seccompDefault: z.boolean(),
    }),
  ),
  ({ annotations, podSecurityContext, securityContext, imageUID, imageUsername, seccompDefault }) => {
    const container = { name, securityContext }
    const pod = { metadata: { annotations }, spec: { containers: [container], securityContext: podSecurityContext } }
    const placed = { pod, container, path: ['spec', 'containers', 0] }
    const effective = effectiveContext(podSecurityContext, securityContext)
    // The recordings leave the kubelet's folder out.
    const seccomp = seccompOf(placed, { seccompDefault, folder: '' })
    const masked = isProcMasked(effective)
    return present({
      effective,
      ...('refused' in seccomp ? { seccompError: seccomp.refused } : { seccomp: forRuntime(seccomp) }),
      ...toldOfAppArmor(appArmorOf(placed)),
      runAsNonRootError: nonRootRefusal(placed, { uid: imageUID, name: imageUsername }, podText)?.refused,
      noNewPrivileges: !mayGainPrivileges(effective),
      maskedPaths: masked,
      readonlyPaths: masked,
    })
  },
)

function forRuntime({ type, name = '' }: RuntimeProfile): Line {
  return { profileType: type, localhostRef: name }
}

/** The runtime is told twice, in a field and in the words that were used before there was one. */
function toldOfAppArmor(asked: RuntimeProfile | Unstartable | undefined): Line {
  if (!asked) return { appArmor: null, appArmorDeprecated: '' }
  if ('refused' in asked) return { appArmorError: asked.refused }
  const words = { RuntimeDefault: 'runtime/default', Unconfined: 'unconfined', Localhost: `localhost/${asked.name}` }
  return { appArmor: forRuntime(asked), appArmorDeprecated: words[asked.type] }
}
