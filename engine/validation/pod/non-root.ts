import type { Path } from '../../yaml/range.ts'
import { userNumberErrors } from '../kubernetes/names.ts'
import type { Placed } from './containers.ts'
import { effectiveContext } from './effective-context.ts'
import type { Unstartable } from './profile.ts'

/** Whom an image says that it runs as. Of one that says nothing, the runtime tells 0. */
export interface ImageUser {
  readonly uid?: number | undefined
  /** A name that only the image's own /etc/passwd could make a number of. */
  readonly name?: string | undefined
}

/**
 * What the kubelet has against a container that must not run as root; undefined when nothing. A `runAsUser` decides alone,
 * else the image does. `podText` is how the kubelet tells of the Pod: `web_default(1f7c…)`.
 */
export function nonRootRefusal(
  { pod, container, path }: Placed,
  { uid, name }: ImageUser,
  podText: string,
): Unstartable | undefined {
  const { runAsNonRoot, runAsUser } = effectiveContext(pod.spec.securityContext, container.securityContext)
  if (runAsNonRoot !== true) return undefined
  const refuse = (why: string, field: 'runAsUser' | 'runAsNonRoot'): Unstartable => {
    const isOwn = container.securityContext?.[field] !== undefined
    const at: Path = [...(isOwn ? path : ['spec']), 'securityContext', field]
    return { refused: `${why} (pod: "${podText}", container: ${container.name})`, path: at }
  }
  if (runAsUser !== undefined)
    return runAsUser === 0 ? refuse("container's runAsUser breaks non-root policy", 'runAsUser') : undefined
  const beginning = 'container has runAsNonRoot and image'
  if (uid !== undefined) {
    if (uid === 0) return refuse(`${beginning} will run as root`, 'runAsNonRoot')
    const [wrong] = userNumberErrors(uid)
    const invalid = `has an invalid user id (${uid}). (Must be 1-(${2 ** 31 - 1})): ${wrong}`
    return wrong === undefined ? undefined : refuse(`${beginning} ${invalid}`, 'runAsNonRoot')
  }
  if (!name) return undefined
  return refuse(`${beginning} has non-numeric user (${name}), cannot verify user is non-root`, 'runAsNonRoot')
}
