import type { Finding } from '../../yaml/finding.ts'
import { limit } from '../../yaml/limits.ts'
import { filesUnknown } from '../flags/files.ts'
import { judges } from '../flags/judge-flags.ts'
import type { Stage } from '../flags/judged.ts'
import type { CommandLine } from './command-line.ts'
import { type FlagCode, finding } from './finding-codes.ts'

/**
 * The first step of a component's start that fails, of command lines that are whole and whose flags can all be read. Files
 * that flags name are not looked at, so nothing is said of what hangs on them. Never throws.
 */
export function startFindings(lines: readonly CommandLine[]): readonly Finding[] {
  return lines
    .filter(({ isWhole }) => isWhole)
    .flatMap(ofStart)
    .slice(0, limit.findings)
}

const ofStage: Partial<Record<Stage, FlagCode>> = {
  args: 'flags-argument',
  featureGates: 'flags-feature-gate',
}

function ofStart({ component, words, program }: CommandLine): readonly Finding[] {
  const judged = judges[component]?.(
    words.map(({ text }) => text),
    filesUnknown,
  )
  // What is wrong with single flags is said as each is read.
  if (!judged || 'undecided' in judged || judged.ok || judged.stage === 'flags') return []
  const { stage, problems, options, word } = judged
  return problems.map(({ words: said, flag }) => {
    const own = flag === undefined ? undefined : options.parsed.settings.get(flag)?.words.at(-1)
    const at = problems.length === 1 ? (word ?? own) : own
    return finding(ofStage[stage] ?? 'flags-together', (at === undefined ? undefined : words[at]) ?? program, said)
  })
}
