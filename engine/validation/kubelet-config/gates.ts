import { type Gates, setGates } from '../flags/feature-gates/set-gates.ts'
import { kubernetesVersion } from '../flags/reported-version.ts'

/** Gates of a configuration: those that cannot be set end the kubelet; those that need others are told when it validates. */
export interface ConfigGates {
  readonly gates: Gates
  readonly unsettable: readonly string[]
  readonly needy: readonly string[]
}

export function configGates(asked: ReadonlyMap<string, boolean>): ConfigGates {
  const set = setGates(asked, kubernetesVersion.minor)
  if (!('errors' in set)) return { gates: set, unsettable: [], needy: [] }
  const isNeedy = (error: string) => error.includes(' is enabled, but depends on ')
  const needy = set.errors.filter(isNeedy)
  const unset = setGates(new Map(), kubernetesVersion.minor)
  const isOn = (name: string) => asked.get(name) ?? ('isOn' in unset && unset.isOn(name))
  return { gates: { isOn }, unsettable: set.errors.filter(error => !isNeedy(error)), needy }
}
