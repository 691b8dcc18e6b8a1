import type { Finding } from '../../yaml/finding.ts'
import { placesIn } from '../../yaml/go/places.ts'
import { limit } from '../../yaml/limits.ts'
import { unmetWants } from '../flags/benchmark/unmet.ts'
import type { Condition } from '../flags/benchmark/wants.ts'
import { type Files, filesUnknown } from '../flags/files.ts'
import { readObjectText } from '../kubernetes/read-object.ts'
import type { CommandLine, Written } from './command-line.ts'
import { finding } from './finding-codes.ts'

/** What the CIS Kubernetes Benchmark wants of components and does not get, at the flag that decides or at the program. */
export function benchmarkFindings(lines: readonly CommandLine[]): readonly Finding[] {
  return lines
    .filter(({ isWhole }) => isWhole)
    .flatMap(({ component, words, program }) => {
      const unmet =
        unmetWants(
          component,
          words.map(({ text }) => text),
          filesUnknown,
        ) ?? []
      return unmet.map(({ id, says, counts, condition }) => {
        const weighed = counts === 'by itself' ? '' : leftToYou
        const at = flagsOf(condition).flatMap(flag => words.findLast(word => names(word, flag)) ?? [])[0]
        return finding(
          'flags-benchmark',
          at ?? program,
          `CIS ${id} is not met: ${wanted(condition)}. ${says}${weighed}`,
        )
      })
    })
    .slice(0, limit.findings)
}

const leftToYou = ' The benchmark leaves it to you.'

/** Where a KubeletConfiguration says what a flag says. Whom the kubelet answers is told by its own findings. */
const fields: Readonly<Record<string, string>> = {
  'client-ca-file': 'authentication.x509.clientCAFile',
  'streaming-connection-idle-timeout': 'streamingConnectionIdleTimeout',
  'make-iptables-util-chains': 'makeIPTablesUtilChains',
  'event-qps': 'eventRecordQPS',
  'tls-cert-file': 'tlsCertFile',
  'rotate-certificates': 'rotateCertificates',
  'feature-gates': 'featureGates',
  'tls-cipher-suites': 'tlsCipherSuites',
  'pod-max-pids': 'podPidsLimit',
  'seccomp-default': 'seccompDefault',
}

/** The same of a KubeletConfiguration: the fields of the file count like flags. */
export function benchmarkOfConfig(text: string): readonly Finding[] {
  const path = '/var/lib/kubelet/config.yaml'
  const files: Files = { look: at => (at === path ? { is: 'file', text } : filesUnknown.look(at)), list: () => [] }
  const unmet = unmetWants('kubelet', [`--config=${path}`], files) ?? []
  const { node } = { node: undefined, ...readObjectText(text) }
  if (node?.kind !== 'object') return []
  const places = placesIn(node)
  return unmet.flatMap(({ id, says, counts, condition }) => {
    const field = fields[flagsOf(condition)[0] ?? '']?.split('.')
    if (!field) return []
    const weighed = counts === 'by itself' ? '' : leftToYou
    const range = places.nearest(field)
    return [
      finding(
        'flags-benchmark',
        { path: field, range },
        `CIS ${id} is not met by ${field.join('.')}. ${says}${weighed}`,
      ),
    ]
  })
}

function flagsOf(condition: Condition): readonly string[] {
  if ('flags' in condition) return condition.flags
  return 'flag' in condition ? [condition.flag] : ['feature-gates']
}

function names({ text }: Written, flag: string): boolean {
  const [, name = ''] = /^--([^=]*)/.exec(text) ?? []
  return name.replaceAll('_', '-') === flag
}

/** What is to be written, as the end of a sentence. */
function wanted(condition: Condition): string {
  switch (condition.is) {
    case 'set':
      return `set ${condition.flags.map(flag => `--${flag}`).join(' and ')}`
    case 'unset':
      return `leave out ${condition.flags.map(flag => `--${flag}`).join(' and ')}`
    case 'on':
    case 'off':
      return `set --${condition.flag}=${condition.is === 'on'}`
    case 'at least':
      return `set --${condition.flag} to ${condition.least} or more`
    case 'exactly':
      return `set --${condition.flag}=${condition.value}`
    case 'not':
      return `set --${condition.flag} to something else than ${condition.value}`
    case 'one of':
      return `set --${condition.flag} to ${condition.values.join(' or ')}`
    case 'holding':
      return `add ${condition.value} to --${condition.flag}`
    case 'lacking':
      return `take ${condition.value} out of --${condition.flag}`
    case 'only':
      return `let --${condition.flag} hold nothing but ${condition.values.join(', ')}`
    case 'gate on':
      return `turn on the gate ${condition.gate}`
  }
}
