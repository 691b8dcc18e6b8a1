import type { Files } from '../files.ts'
import { authorizationModes } from '../kube-apiserver/authorization.ts'
import { readOptions } from '../options.ts'
import { kubeApiserverFlags } from '../tables/kube-apiserver.ts'
import { type Settings, settingsOf } from './settings.ts'
import { type Component, type Condition, type Want, wants } from './wants.ts'

/**
 * What the CIS Kubernetes Benchmark wants of a component and does not get. It looks at what is in force: a default that is
 * wanted need not be written. Undefined where the command line cannot be read.
 */
export function unmetWants(component: Component, words: readonly string[], files: Files): readonly Want[] | undefined {
  const settings = settingsOf(component, words, files)
  if (!settings) return undefined
  const modes = component === 'kube-apiserver' ? authorizationModes(readOptions(words, kubeApiserverFlags)) : []
  const list = (flag: string) => (modes.length > 0 && flag === 'authorization-mode' ? modes : settings.list(flag))
  return wants[component].filter(({ condition }) => !isMet(condition, { ...settings, list }))
}

function isMet(condition: Condition, settings: Settings): boolean {
  switch (condition.is) {
    case 'set':
      return condition.flags.every(settings.isSet)
    case 'unset':
      return !condition.flags.some(settings.isSet)
    case 'on':
    case 'off':
      return settings.bool(condition.flag) === (condition.is === 'on')
    case 'at least':
      return settings.whole(condition.flag) >= condition.least
    case 'exactly':
    case 'not':
      return (settings.whole(condition.flag) === condition.value) === (condition.is === 'exactly')
    case 'one of':
      return condition.values.includes(settings.text(condition.flag))
    case 'holding':
    case 'lacking':
      return settings.list(condition.flag).includes(condition.value) === (condition.is === 'holding')
    case 'only': {
      const found = settings.list(condition.flag)
      return found.length > 0 && found.every(it => condition.values.includes(it))
    }
    case 'gate on':
      return settings.gates.isOn(condition.gate)
  }
}
