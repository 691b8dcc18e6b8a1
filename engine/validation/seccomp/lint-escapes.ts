import type { Finding } from '../../yaml/finding.ts'
import { actionOf, letsPass } from './action.ts'
import type { CompiledSeccomp } from './decide.ts'
import { type EscapeCall, escapeCalls } from './escape-calls.ts'
import { finding } from './finding-codes.ts'
import { listed } from './listed.ts'
import type { SeccompEntry, SeccompProfile } from './profile.ts'

/** Those that a list of allowed calls hardly needs. */
const rare: ReadonlyMap<string, EscapeCall> = new Map(
  escapeCalls.filter(it => !it.isUsual && !it.when).map(it => [it.syscall, it]),
)

/** A profile that allows little, and names among it what attacks begin with. Who allows everything else knows it. */
export function lintEscapes(profile: SeccompProfile, compiled: CompiledSeccomp): readonly Finding[] {
  const fallback = actionOf(profile.defaultAction)
  if (fallback === undefined || letsPass(fallback) || compiled.refusal !== undefined) return []
  return profile.syscalls.flatMap((entry, index) => lintEntry(entry, index, compiled))
}

function lintEntry(entry: SeccompEntry, index: number, compiled: CompiledSeccomp): readonly Finding[] {
  const action = actionOf(entry.action)
  if (action === undefined || !letsPass(action)) return []
  const passes = (name: string) =>
    compiled.outcomes(name).some(it => 'by' in it && it.by.kind === 'rule' && it.by.rule === index)
  const names = [...new Set(entry.names)].filter(it => rare.has(it) && passes(it))
  const [first] = names
  if (first === undefined) return []
  const words =
    `Rule ${index + 1} allows ${listed(names)}, which RuntimeDefault refuses to a container with the usual capabilities. ` +
    `\`${first}\`: ${rare.get(first)?.why} Take out what the program does not need.`
  const at = entry.names.indexOf(first)
  const path = ['syscalls', index, 'names', at]
  return [finding('seccomp-escape-allowed', path, entry.nameRanges?.[at] ?? entry.range, words, { names })]
}
