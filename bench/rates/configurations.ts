import { readAdmissionConfig } from '#engine/validation/admission-config/read.ts'
import { decideAuthentication } from '#engine/validation/auth-config/authentication.ts'
import {
  type EncryptionConfig,
  type ResourceName,
  readResourceName,
} from '#engine/validation/encryption-config/config.ts'
import { decideRead, decideWrite } from '#engine/validation/encryption-config/decide.ts'
import { readEncryptionConfig } from '#engine/validation/encryption-config/read.ts'
import { generator } from '#engine/validation/fixtures/generator.ts'
import { readKubeletConfig } from '#engine/validation/kubelet-config/read.ts'
import { growing, measurable, mixed } from './subject.ts'

const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('')
const headOf = (group: string, kind: string) => `apiVersion: ${group}/v1\nkind: ${kind}\n`
/** Sixteen bytes, in base64. */
const secret = 'YWFhYWFhYWFhYWFhYWFhYQ=='

function encryption(count: number): string {
  const providers = (i: number) => `[{aescbc: {keys: [{name: k${i}, secret: ${secret}}]}}, {identity: {}}]`
  const entry = (i: number) => `- {resources: [things${i}.example.com], providers: ${providers(i)}}\n`
  return `${headOf('apiserver.config.k8s.io', 'EncryptionConfiguration')}resources:\n${lines(count, entry)}`
}

function admission(count: number): string {
  const head = headOf('apiserver.config.k8s.io', 'AdmissionConfiguration')
  return `${head}plugins:\n${lines(count, i => `- {name: Plugin${i}, path: plugin${i}.yaml}\n`)}`
}

function authentication(count: number): string {
  const head = headOf('apiserver.config.k8s.io', 'AuthenticationConfiguration')
  return `${head}anonymous:\n  enabled: true\n  conditions:\n${lines(count, i => `  - path: /livez${i}\n`)}`
}

function kubelet(count: number): string {
  const head = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n'
  return `${head}allowedUnsafeSysctls:\n${lines(count, i => `- net.core.part${i}\n`)}`
}

export const configurations = [
  measurable<EncryptionConfig, ResourceName>({
    name: 'EncryptionConfiguration',
    sizes: growing,
    files: entries => [encryption(entries)],
    compile([text = '']) {
      const { value, refusal } = readEncryptionConfig(text)
      if (!value) throw new Error(`refused: ${refusal}`)
      return value
    },
    rates: [
      {
        of: 'resources looked up, written and read back,',
        questions(entries) {
          const { next, times } = generator(43)
          return times(mixed, () => readResourceName(`things${next(entries * 2)}.example.com`))
        },
        ask(config, name) {
          const { prefix } = decideWrite(config, name)
          return (prefix === undefined ? 0 : 1) + (decideRead(config, name, { form: 'plaintext' }).isReadable ? 2 : 0)
        },
      },
    ],
  }),
  measurable({
    name: 'AdmissionConfiguration, plugins',
    sizes: growing,
    files: plugins => [admission(plugins)],
    compile([text = '']) {
      const read = readAdmissionConfig(text, '/etc/kubernetes/admission.yaml')
      if ('refused' in read) throw new Error(`refused: ${read.refused}`)
      return read
    },
  }),
  measurable({
    name: 'AuthenticationConfiguration, paths for anonymous requests',
    sizes: growing,
    files: paths => [authentication(paths)],
    compile([text = '']) {
      const decision = decideAuthentication(text, '/etc/kubernetes/authn.yaml')
      if (decision.is !== 'taken')
        throw new Error(decision.is === 'refused' ? `refused: ${decision.words}` : 'undecided')
      return decision
    },
  }),
  measurable({
    name: 'KubeletConfiguration, unsafe sysctls',
    sizes: growing,
    files: sysctls => [kubelet(sysctls)],
    compile([text = '']) {
      const read = readKubeletConfig(text)
      if (!read.value) throw new Error(`refused: ${read.refusal?.words}`)
      return read
    },
  }),
]
