import type { Finding } from '../../yaml/finding.ts'
import { limit } from '../../yaml/limits.ts'
import type { FlagTable } from '../flags/flag.ts'
import { type ParsedFlags, parseFlags } from '../flags/parse.ts'
import { kubeApiserverFlags } from '../flags/tables/kube-apiserver.ts'
import { kubeControllerManagerFlags } from '../flags/tables/kube-controller-manager.ts'
import { kubeSchedulerFlags } from '../flags/tables/kube-scheduler.ts'
import { kubeletFlags } from '../flags/tables/kubelet.ts'
import { nearestName } from '../nearest-name.ts'
import type { CommandLine, Written } from './command-line.ts'
import { finding } from './finding-codes.ts'
import { removed } from './removed.ts'

const tables: Readonly<Record<CommandLine['component'], FlagTable>> = {
  'kube-apiserver': kubeApiserverFlags,
  'kube-controller-manager': kubeControllerManagerFlags,
  'kube-scheduler': kubeSchedulerFlags,
  kubelet: kubeletFlags,
}

/**
 * What components of v1.35 say of the flags on their command lines: every one that cannot be read, and those that will go.
 * Never throws.
 */
export function commandLineFindings(lines: readonly CommandLine[]): readonly Finding[] {
  return lines.flatMap(findingsOf).slice(0, limit.findings)
}

function findingsOf(line: CommandLine): readonly Finding[] {
  const { component } = line
  const table = tables[component]
  const { findings, words, parsed } = readAll(line, table)
  const deprecated = [...parsed.settings].flatMap(([name, { words: at }]) => {
    const why = table.get(name)?.deprecated
    const word = words[at.at(-1) ?? -1]
    return why === undefined || !word
      ? []
      : [finding('flags-deprecated', word, `Flag --${name} has been deprecated, ${why}`)]
  })
  return [...findings, ...deprecated]
}

interface ReadAll {
  readonly findings: readonly Finding[]
  /** Those that can be read. */
  readonly words: readonly Written[]
  readonly parsed: ParsedFlags
}

const most = 100

/** The component stops at the first flag that is wrong. It is left out here, and the rest is read. */
function readAll({ component, words: given }: CommandLine, table: FlagTable): ReadAll {
  const findings: Finding[] = []
  let words = given
  for (;;) {
    const parsed = parseFlags(
      words.map(({ text }) => text),
      table,
    )
    const { problem } = parsed
    const word = problem && words[problem.word]
    if (!problem || !word || findings.length >= most) return { findings, words, parsed }
    findings.push(...wrongFlag(problem.words, word, component, table))
    words = words.filter(it => it !== word)
  }
}

function wrongFlag(
  said: string,
  word: Written,
  component: CommandLine['component'],
  table: FlagTable,
): readonly Finding[] {
  const [, name] = /^unknown flag: --(.*)$/s.exec(said) ?? []
  if (name === undefined) return [finding('flags-value', word, said)]
  const unknown = finding('flags-unknown', word, said)
  const remedy = Object.hasOwn(removed[component], name) ? removed[component][name] : undefined
  if (remedy !== undefined)
    return [unknown, finding('flags-removed', word, `--${name} belongs to older versions. ${remedy}`)]
  const near = nearestName(name, table.keys())
  return near === undefined ? [unknown] : [unknown, finding('flags-misspelt', word, `Did you mean --${near}?`)]
}
