import type { Finding } from '../../yaml/finding.ts'
import type { Range } from '../../yaml/range.ts'
import { nearestName } from '../nearest-name.ts'
import { actionNames, actionOf } from './action.ts'
import { architectureNames, architectureOf } from './architecture.ts'
import { operatorNames, operatorOf } from './condition.ts'
import { finding, type SeccompCode } from './finding-codes.ts'
import type { SeccompProfile } from './profile.ts'

/** What runc refuses while it turns the profile into its own configuration, in its order; it stops at the first. */
export function converted(profile: SeccompProfile): readonly Finding[] {
  if (profile.defaultAction === '' && profile.syscalls.length === 0) return []
  const findings: Finding[] = []
  const unknown = (
    code: SeccompCode,
    kind: string,
    names: readonly string[],
    written: string,
    path: Finding['path'],
  ) => {
    const meant =
      nearestName(written, names) ?? names.find(name => written !== '' && name.endsWith(`_${written.toUpperCase()}`))
    const words = `string ${written} is not a valid ${kind} for seccomp`
    return (range: Range | undefined) =>
      findings.push(finding(code, path, range, words, { written, ...(meant !== undefined && { meant }) }))
  }
  if (profile.flags.length > 0) {
    const words = 'seccomp flags are not yet supported by runc'
    findings.push(finding('seccomp-flags', ['flags'], profile.flagsRange, words, { flags: profile.flags }))
  }
  for (const [index, name] of profile.architectures.entries()) {
    if (architectureOf(name)) continue
    const path = ['architectures', index]
    unknown('seccomp-unknown-architecture', 'arch', architectureNames, name, path)(profile.architectureRanges?.[index])
  }
  if (actionOf(profile.defaultAction) === undefined) {
    const path = ['defaultAction']
    unknown('seccomp-unknown-action', 'action', actionNames, profile.defaultAction, path)(profile.defaultActionRange)
  }
  for (const [index, entry] of profile.syscalls.entries()) {
    const path = ['syscalls', index]
    if (actionOf(entry.action) === undefined) {
      unknown('seccomp-unknown-action', 'action', actionNames, entry.action, [...path, 'action'])(entry.range)
    }
    // Without a name no comparison is looked at.
    if (entry.names.length === 0) continue
    for (const [at, { op, range }] of entry.args.entries()) {
      if (operatorOf(op) !== undefined) continue
      unknown('seccomp-unknown-operator', 'operator', operatorNames, op, [...path, 'args', at, 'op'])(range)
    }
  }
  return findings
}
