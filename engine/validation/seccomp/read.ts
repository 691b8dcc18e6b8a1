import type { Finding, Reading } from '../../yaml/finding.ts'
import { type JsonNode, parseJson } from '../../yaml/go/json.ts'
import { converted } from './converted.ts'
import { compileSeccompProfile } from './decide.ts'
import { decode } from './decode.ts'
import { lintDialect } from './docker/lint-dialect.ts'
import { finding } from './finding-codes.ts'
import { lintProfile } from './lint.ts'
import { seccompShape } from './oci-shape.ts'
import type { Arch, SeccompProfile } from './profile.ts'
import { profileOf } from './profile-of.ts'

const MAX_LENGTH = 1024 * 1024

/**
 * Reads a seccomp profile as containerd does (Go's JSON rules, OCI dialect) and says what containerd, runc 1.1.15 and
 * libseccomp 2.6.0 refuse in it. With a finding of severity error no container starts under the file; `value` holds what could be
 * read, and its `refusal` the words of the first component that stops. `arch` is the node's own table, by default x86_64.
 */
export function readSeccompProfile(text: string, arch: Arch = 'x86_64'): Reading<SeccompProfile> {
  const parsed = parseProfile(text)
  if ('code' in parsed) return { findings: [parsed] }
  const findings: Finding[] = []
  const profile = profileOf(decode(parsed, seccompShape, findings))
  const judged = judgeProfile(profile, findings, arch)
  return { ...judged, findings: [...judged.findings, ...lintDialect(parsed, judged.value ?? profile, findings, arch)] }
}

/** The text as JSON, or why it is none. */
export function parseProfile(text: string): JsonNode | Finding {
  if (text.length > MAX_LENGTH) {
    const words = 'The file is larger than 1 MiB, which is not read here. Make it smaller.'
    return finding('seccomp-too-large', [], undefined, words, { limit: MAX_LENGTH })
  }
  const parsed = parseJson(text)
  if (!('error' in parsed)) return parsed.node
  const range = { start: parsed.at, end: Math.min(parsed.at + 1, text.length) }
  return finding('seccomp-json-syntax', [], range, parsed.error)
}

/** What the runtime and a person say of a profile that was decoded with these findings. */
export function judgeProfile(
  profile: SeccompProfile,
  decoding: readonly Finding[],
  arch: Arch,
): Reading<SeccompProfile> {
  const errors = decoding.filter(it => it.severity === 'error')
  if (errors.length === 0) errors.push(...converted(profile))
  const [first] = errors
  if (first) {
    return { value: { ...profile, refusal: first.message }, findings: [...new Set([...decoding, ...errors])] }
  }
  const compiled = compileSeccompProfile(profile, { arch })
  return { value: profile, findings: [...decoding, ...compiled.findings, ...lintProfile(profile, compiled)] }
}
