import type { DecodedResources, DecodedSpec } from '../../validation/pod/decoded.ts'

const counted = ['cpu', 'memory']

/** The class by which the kubelet decides whom it ends first when a node runs short. */
export function qualityOfService(spec: DecodedSpec): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const own = spec.resources
  const all: readonly DecodedResources[] = own
    ? [own]
    : [...spec.containers, ...spec.initContainers].map(({ resources }) => resources)
  const asks = (of: 'limits' | 'requests', name: string) => all.some(each => (each[of].get(name)?.nano ?? 0n) > 0n)
  if (!counted.some(name => asks('limits', name) || asks('requests', name))) return 'BestEffort'
  const isBound = all.every(each => counted.every(name => (each.limits.get(name)?.nano ?? 0n) > 0n))
  const sum = (of: 'limits' | 'requests', name: string) =>
    all.reduce((total, each) => total + (each[of].get(name)?.nano ?? 0n), 0n)
  const isEven = counted.every(name => sum('limits', name) === sum('requests', name))
  return isBound && isEven ? 'Guaranteed' : 'Burstable'
}
