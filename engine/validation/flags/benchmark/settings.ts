import { readEmulated } from '../emulation.ts'
import type { Gates } from '../feature-gates/set-gates.ts'
import type { Files } from '../files.ts'
import { type EffectiveConfig, effectiveConfig, fieldOfFlag } from '../kubelet/effective.ts'
import { type Options, readOptions } from '../options.ts'
import { kubeApiserverFlags } from '../tables/kube-apiserver.ts'
import { kubeControllerManagerFlags } from '../tables/kube-controller-manager.ts'
import { kubeSchedulerFlags } from '../tables/kube-scheduler.ts'
import { kubeletFlags } from '../tables/kubelet.ts'
import type { Component } from './wants.ts'

/** What is in force of a component's settings, by the names of flags. */
export interface Settings {
  bool(flag: string): boolean
  whole(flag: string): bigint
  list(flag: string): readonly string[]
  text(flag: string): string
  /** Something stands there, written or by default. */
  isSet(flag: string): boolean
  readonly gates: Gates
}

const tables = {
  'kube-apiserver': kubeApiserverFlags,
  'kube-controller-manager': kubeControllerManagerFlags,
  'kube-scheduler': kubeSchedulerFlags,
  kubelet: kubeletFlags,
} as const

/** Undefined where the command line cannot be read. */
export function settingsOf(component: Component, words: readonly string[], files: Files): Settings | undefined {
  const options = readOptions(words, tables[component])
  if (options.parsed.problem) return undefined
  if (component === 'kubelet') return ofKubelet(options, effectiveConfig(options, files))
  const emulated = readEmulated(options)
  return 'gates' in emulated ? { ...ofFlags(options, component), gates: emulated.gates } : undefined
}

function ofFlags(options: Options, component: Component): Omit<Settings, 'gates'> {
  const flags = tables[component]
  return {
    bool: flag => options.bool(flag),
    whole: flag => options.whole(flag),
    list: flag => options.list(flag),
    text: flag => options.text(flag),
    isSet(flag) {
      const type = flags.get(flag)?.type
      if (type === 'stringSlice' || type === 'stringArray') return options.list(flag).length > 0
      return type === 'string' ? options.text(flag) !== '' : options.changed(flag)
    },
  }
}

function ofKubelet(options: Options, config: EffectiveConfig): Settings {
  const plain = ofFlags(options, 'kubelet')
  const { number, text, isOn } = fieldOfFlag(config)
  return {
    bool: flag => isOn(flag) ?? plain.bool(flag),
    whole: flag => number(flag) ?? plain.whole(flag),
    list: flag => (flag === 'tls-cipher-suites' ? config.tlsCipherSuites : plain.list(flag)),
    text: flag => text(flag) ?? plain.text(flag),
    isSet: flag => (text(flag) === undefined ? plain.isSet(flag) : text(flag) !== ''),
    gates: config.gates,
  }
}
