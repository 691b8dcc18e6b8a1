import { kubeApiserverFlags } from '../validation/flags/tables/kube-apiserver.ts'

/** The flags of kube-apiserver v1.35, deprecated and hidden ones too: flag → type. */
export const apiServerFlags: ReadonlyMap<string, string> = new Map(
  [...kubeApiserverFlags.values()].map(({ name, type }) => [name, type]),
)
