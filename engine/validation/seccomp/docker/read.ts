import type { Finding, Reading } from '../../../yaml/finding.ts'
import { decode } from '../decode.ts'
import { finding } from '../finding-codes.ts'
import type { SeccompProfile } from '../profile.ts'
import { judgeProfile, parseProfile } from '../read.ts'
import type { Circumstances } from './profile.ts'
import { dockerProfileOf } from './profile-of.ts'
import { type Resolved, resolveDocker } from './resolve.ts'
import { dockerShape } from './shape.ts'

/**
 * Reads a seccomp profile as Docker or CRI-O does, which then hand an OCI profile for this one container to the runtime. With a
 * finding of severity error no container starts; `value.profile` then has a `refusal`.
 */
export function readDockerProfile(text: string, asked: Circumstances): Reading<Resolved> {
  const parsed = parseProfile(text)
  if ('code' in parsed) return { findings: [parsed] }
  const findings: Finding[] = []
  const file = dockerProfileOf(decode(parsed, dockerShape(asked.reader), findings))
  const undecoded = findings.find(it => it.severity === 'error')
  if (undecoded) {
    const failed = `${asked.reader === 'dockerd' ? 'Decoding' : 'decoding'} seccomp profile failed`
    return { value: refused(file, `${failed}: ${undecoded.message}`), findings }
  }
  const resolved = resolveDocker(file, asked)
  if ('refusal' in resolved) {
    const { refusal, path, range } = resolved
    const wrong = finding('seccomp-docker-refused', path, range, refusal, { reader: asked.reader })
    return { value: refused(file, refusal), findings: [...findings, wrong] }
  }
  const { profile, leftOut } = resolved
  const judged = judgeProfile(profile, [], asked.arch)
  const isTaken = ({ path: [first, index] }: Finding) => first !== 'syscalls' || !leftOut.has(Number(index))
  return {
    value: { profile: judged.value ?? profile, leftOut },
    findings: [...findings, ...judged.findings.filter(isTaken)],
  }
}

function refused(profile: SeccompProfile, refusal: string): Resolved {
  return { profile: { ...profile, refusal }, leftOut: new Map() }
}
