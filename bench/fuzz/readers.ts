import { createPod } from '#engine/cluster/api/create-pod.ts'
import { storeOf } from '#engine/cluster/api/store.ts'
import { configuredPlugins, startPlugin } from '#engine/validation/admission-config/plugin.ts'
import { readAdmissionConfig } from '#engine/validation/admission-config/read.ts'
import { kubeconfig } from '#engine/validation/flags/configs/kubeconfig.ts'
import type { Files } from '#engine/validation/flags/files.ts'
import { judges } from '#engine/validation/flags/judge-flags.ts'
import { artefactKinds } from '#engine/validation/kinds.ts'
import { readKubernetesYaml } from '#engine/yaml/kubernetes-document.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'

/** What turns a text into findings, or into what a component says of it. */
export interface Reader {
  readonly id: string
  read(text: string): unknown
}

const placeOf: Readonly<Record<string, string>> = {
  falco: '/etc/falco/rules.d/own.yaml',
  apparmor: '/etc/apparmor.d/own',
}

/** The kinds that the editor marks. */
const marked: readonly Reader[] = await Promise.all(
  artefactKinds.map(async ({ id, load }): Promise<Reader> => {
    const { read } = await load()
    return { id, read: text => read(text, placeOf[id] ?? '/root/own.yaml', []) }
  }),
)

const store = storeOf([])
const sent = { namespace: 'default', fieldValidation: 'Warn', suffix: 'abcde', user: 'anna' } as const
/** The only file there is. */
const held = (text: string): Files => ({
  look: path => (path === '/etc/own' ? { is: 'file', text } : { is: 'missing' }),
  list: () => [],
})
const words = (text: string) => text.split(/\s+/).filter(word => word !== '')

/** Everything in the engine that reads what a learner may have written. */
export const readers: readonly Reader[] = [
  ...marked,
  {
    id: 'admitted-pod',
    read: body => createPod({ ...sent, body }, store),
  },
  {
    id: 'admission-plugins',
    read(text) {
      const read = readAdmissionConfig(text, '/etc/own')
      if ('refused' in read) return read
      return configuredPlugins.map(name => startPlugin(name, read.plugins, held(text)))
    },
  },
  { id: 'kubeconfig', read: text => kubeconfig(held(text), '/etc/own', 'kubeconfig') },
  ...Object.entries(judges).map(([component, judge]) => ({
    id: `${component}-flags`,
    read(text: string) {
      const judged = judge(words(text), held(text))
      // What asks the flags is made of functions, which are never equal.
      return 'options' in judged ? { ...judged, options: undefined } : judged
    },
  })),
  { id: 'yaml', read: text => readYaml(text).findings },
  { id: 'kubernetes-yaml', read: text => readKubernetesYaml(text).findings },
]
