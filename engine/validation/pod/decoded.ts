import type { container, ephemeralContainer } from '../kubernetes/core/container-type.ts'
import type { podType } from '../kubernetes/core/pod-type.ts'
import type { volume } from '../kubernetes/core/volume-type.ts'
import type { Decoded } from '../kubernetes/decode.ts'

/** A Pod with all fields of its Go types, as the API server decodes it. */
export type DecodedPod = Decoded<typeof podType>
export type DecodedSpec = DecodedPod['spec']
export type DecodedContainer = Decoded<typeof container>
export type DecodedEphemeral = Decoded<typeof ephemeralContainer>
export type DecodedVolume = Decoded<typeof volume>

type Present<T> = Exclude<T, undefined>

export type DecodedProbe = Present<DecodedContainer['livenessProbe']>
export type DecodedLifecycle = Present<DecodedContainer['lifecycle']>
export type DecodedHandler = Present<DecodedLifecycle['preStop']>
export type DecodedHttpGet = Present<DecodedHandler['httpGet']>
export type DecodedResources = DecodedContainer['resources']
export type DecodedContext = Present<DecodedContainer['securityContext']>
export type DecodedPodContext = Present<DecodedSpec['securityContext']>
export type DecodedProjection = Present<DecodedVolume['projected']>['sources'][number]
export type DecodedPorts = DecodedContainer['ports']
export type DecodedEnv = DecodedContainer['env'][number]
export type DecodedAffinity = Present<DecodedSpec['affinity']>
