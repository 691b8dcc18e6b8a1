import type { DecodedContainer, DecodedPod } from './decoded.ts'
import type { Container, Pod } from './pod.ts'

/** A Pod as the API server decodes it, as those look at it who judge what it may do. */
export function podOf({ metadata, spec }: DecodedPod): Pod {
  return {
    metadata: { ...metadata, annotations: Object.fromEntries(metadata.annotations) },
    spec: {
      ...spec,
      containers: spec.containers.map(containerOf),
      initContainers: spec.initContainers.map(containerOf),
      ephemeralContainers: spec.ephemeralContainers.map(containerOf),
      securityContext: spec.securityContext && withNumbers(spec.securityContext),
    },
  }
}

function containerOf(container: DecodedContainer): Container {
  const { securityContext } = container
  return { ...container, securityContext: securityContext && withNumbers(securityContext) }
}

/** Validation has seen to it that numbers of users and groups are small. */
function withNumbers<T extends { readonly runAsUser: bigint | undefined; readonly runAsGroup: bigint | undefined }>(
  context: T,
) {
  const { runAsUser, runAsGroup } = context
  return {
    ...context,
    runAsUser: runAsUser === undefined ? undefined : Number(runAsUser),
    runAsGroup: runAsGroup === undefined ? undefined : Number(runAsGroup),
  }
}
