import type { Finding, Reading } from '../../yaml/finding.ts'
import { parseJson } from '../../yaml/go/json.ts'
import type { Range } from '../../yaml/range.ts'
import { nearestName } from '../nearest-name.ts'
import { actionNames, actionOf } from './action.ts'
import { architectureNames, architectureOf } from './architecture.ts'
import { operatorNames, operatorOf } from './condition.ts'
import { compileSeccompProfile } from './decide.ts'
import { type Decoded, decode } from './decode.ts'
import { finding, type SeccompCode } from './finding-codes.ts'
import { lintProfile } from './lint.ts'
import { seccompShape } from './oci-shape.ts'
import type { Arch, SeccompArg, SeccompEntry, SeccompProfile } from './profile.ts'

const MAX_LENGTH = 1024 * 1024

/**
 * Reads a seccomp profile as containerd does (Go's JSON rules, OCI dialect) and says what containerd, runc 1.1.15 and
 * libseccomp 2.6.0 refuse in it. With a finding of severity error no container starts under the file; `value` holds what could be
 * read, and its `refusal` the words of the first component that stops. `arch` is the node's own table, by default x86_64.
 */
export function readSeccompProfile(text: string, arch: Arch = 'x86_64'): Reading<SeccompProfile> {
  if (text.length > MAX_LENGTH) {
    const words = 'The file is larger than 1 MiB, which is not read here. Make it smaller.'
    return { findings: [finding('seccomp-too-large', [], undefined, words, { limit: MAX_LENGTH })] }
  }
  const parsed = parseJson(text)
  if ('error' in parsed) {
    const range = { start: parsed.at, end: Math.min(parsed.at + 1, text.length) }
    return { findings: [finding('seccomp-json-syntax', [], range, parsed.error)] }
  }
  const findings: Finding[] = []
  const profile = profileOf(decode(parsed.node, seccompShape, findings))
  const errors = findings.filter(it => it.severity === 'error')
  if (errors.length === 0) errors.push(...converted(profile))
  const [first] = errors
  if (first) {
    return { value: { ...profile, refusal: first.message }, findings: [...new Set([...findings, ...errors])] }
  }
  const compiled = compileSeccompProfile(profile, { arch })
  return { value: profile, findings: [...findings, ...compiled.findings, ...lintProfile(profile, compiled)] }
}

function profileOf({ fields = {} }: Decoded): SeccompProfile {
  const { defaultAction, defaultErrnoRet, architectures, flags, listenerPath, syscalls } = fields
  const range = defaultAction && spanned(defaultAction)
  return {
    defaultAction: defaultAction?.text ?? '',
    ...(range && { defaultActionRange: range }),
    ...(defaultErrnoRet?.number !== undefined && { defaultErrnoRet: defaultErrnoRet.number }),
    architectures: texts(architectures),
    architectureRanges: ranges(architectures),
    flags: texts(flags),
    ...(flags && { flagsRange: flags.range }),
    listenerPath: listenerPath?.text ?? '',
    syscalls: (syscalls?.items ?? []).map(entryOf),
  }
}

function entryOf({ fields = {}, range }: Decoded): SeccompEntry {
  const { names, action, errnoRet, args } = fields
  return {
    names: texts(names),
    nameRanges: ranges(names),
    action: action?.text ?? '',
    ...(errnoRet?.number !== undefined && { errnoRet: errnoRet.number }),
    args: (args?.items ?? []).map(argOf),
    range,
  }
}

function argOf({ fields = {}, range }: Decoded): SeccompArg {
  const { index, value, valueTwo, op } = fields
  return {
    index: index?.number ?? 0n,
    value: value?.number ?? 0n,
    valueTwo: valueTwo?.number ?? 0n,
    op: op?.text ?? '',
    range,
  }
}

const texts = (list: Decoded | undefined) => (list?.items ?? []).map(it => it.text ?? '')
const ranges = (list: Decoded | undefined) => (list?.items ?? []).map(it => it.range)
const spanned = ({ keyRange, range }: Decoded): Range => ({ start: keyRange?.start ?? range.start, end: range.end })

/** What runc refuses while it turns the profile into its own configuration, in its order; it stops at the first. */
function converted(profile: SeccompProfile): readonly Finding[] {
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
