import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { type Gates, readGateList, setGates } from './feature-gates/set-gates.ts'
import { type Failure, fails, type Outcome, type Problem } from './judged.ts'
import type { Options } from './options.ts'
import { kubernetesVersion } from './reported-version.ts'

/** The versions that a component behaves as, and its gates. Minor versions of Kubernetes 1. */
export interface Emulated {
  readonly minor: number
  readonly least: number
  readonly gates: Gates
}

/** The oldest version that this one can behave as. */
const oldest = kubernetesVersion.minor - 3

/** Reads `--emulated-version`, `--min-compatibility-version` and `--feature-gates` of a control plane component. */
export function readEmulated(options: Options): Emulated | Failure {
  const asked = versionOf(options, 'emulated-version')
  if (typeof asked === 'object') return asked
  const minor = asked ?? kubernetesVersion.minor
  const least = versionOf(options, 'min-compatibility-version')
  if (typeof least === 'object') return least
  const gates = gatesOf(options, minor)
  if ('problems' in gates) return gates
  return { minor, least: least ?? Math.max(minor - 1, oldest), gates }
}

/** Why versions and gates cannot be read; undefined when they can. */
export function failureOf(read: Emulated | Failure): Outcome {
  return 'gates' in read ? undefined : read
}

/** A later step, which needs what the earlier one has read. */
export function withEmulated(options: Options, step: (emulated: Emulated) => Outcome): Outcome {
  const read = readEmulated(options)
  return 'problems' in read ? read : step(read)
}

/** What the component says of versions that it cannot behave as. */
export function emulationProblems({ minor, least }: Emulated): readonly Problem[] {
  const problems: Problem[] = []
  if (minor > kubernetesVersion.minor || minor < oldest)
    problems.push({
      words: `emulation version 1.${minor} is not between [1.${oldest}, 1.${kubernetesVersion.minor}.0]`,
      flag: 'emulated-version',
    })
  if (least > minor || least < oldest)
    problems.push({
      words: `minCompatibilityVersion version 1.${least} is not between [1.${oldest}, 1.${minor}]`,
      flag: 'min-compatibility-version',
    })
  return problems
}

function versionOf(options: Options, flag: string): number | undefined | Failure {
  const seen = new Map<string, string>()
  let found: number | undefined
  for (const written of options.list(flag)) {
    const equals = written.indexOf('=')
    const component = equals < 0 ? 'kube' : written.slice(0, equals).trim()
    const text = equals < 0 ? written : written.slice(equals + 1).trim()
    const parts = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+.].*)?$/.exec(text)
    if (!parts) return fails(`could not parse ${goQuoted(text)} as version`, flag)
    const shown = [parts[1], parts[2], parts[3]].filter(part => part !== undefined).join('.')
    if (Number(parts[3] ?? 0) !== 0) return fails(`patch version not allowed, got: ${component}=${shown}`, flag)
    const earlier = seen.get(component)
    if (earlier !== undefined)
      return fails(`duplicate version flag, ${component}=${earlier} and ${component}=${shown}`, flag)
    seen.set(component, shown)
    if (component === 'kube') found = Number(parts[2])
  }
  const stranger = [...seen.keys()].find(component => component !== 'kube')
  return stranger === undefined ? found : fails(`component not registered: ${stranger}`, flag)
}

function gatesOf(options: Options, minor: number): Gates | Failure {
  const flag = 'feature-gates'
  const lists = options.multimap(flag)
  if (lists.has('') && lists.has('kube'))
    return fails('set kube feature gates with default empty prefix or kube: prefix consistently, do not mix use', flag)
  const stranger = [...lists.keys()].find(component => component !== '' && component !== 'kube')
  if (stranger !== undefined) return fails(`component not registered: ${stranger}`, flag)
  const asked = readGateList((lists.get('') ?? lists.get('kube') ?? []).join(','))
  if ('error' in asked) return fails(String(asked.error), flag)
  const set = setGates(asked, minor)
  if (!('errors' in set)) return set
  return { problems: set.errors.map(words => ({ words, flag })), isAggregate: true }
}
