import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { defaultCapabilities } from '../default-profile.ts'
import { ociText } from './oci-text.ts'
import { usualDocker } from './profile.ts'
import { readDockerProfile } from './read.ts'

const cases = z
  .array(
    z.strictObject({
      title: z.string(),
      reader: z.enum(['dockerd', 'cri-o']).default('dockerd'),
      arch: z.enum(['x86_64', 'aarch64']).default('x86_64'),
      capabilities: z.array(z.string()).default([...defaultCapabilities]),
      kernel: z.string().default('6.8'),
      file: z.unknown(),
      oci: z.unknown().optional(),
      left: z.array(z.string()).default([]),
      refusal: z.string().optional(),
      /** Codes of warnings that are not about a single entry. */
      findings: z.array(z.string()).optional(),
    }),
  )
  .parse(parse(readFileSync(new URL('read.yaml', import.meta.url), 'utf8')))

test.each(cases)('$title', ({ file, oci, left, refusal, findings: codes, ...asked }) => {
  const { value, findings } = readDockerProfile(JSON.stringify(file), asked)
  if (!value) throw new Error('the file cannot be read')
  const errors = findings.filter(it => it.severity === 'error')
  expect(value.profile.refusal).toBe(refusal)
  expect(errors.length > 0).toBe(refusal !== undefined)
  if (refusal !== undefined) return
  expect(JSON.parse(ociText(value.profile))).toEqual(oci)
  expect([...value.leftOut].map(([index, why]) => `${index + 1}: ${why}`)).toEqual(left)
  if (codes) expect(findings.map(it => it.code)).toEqual(codes)
})

test('what only Docker refuses is a finding of its own, at its place', () => {
  const text = '{"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"name": "a", "names": ["b"]}]}'
  const [first] = readDockerProfile(text, usualDocker).findings
  expect(first).toMatchObject({ code: 'seccomp-docker-refused', severity: 'error', path: ['syscalls', 0] })
  expect(text.slice(first?.range?.start, first?.range?.end)).toBe('{"name": "a", "names": ["b"]}')
})

test('numbers of 64 bits are written as they are', () => {
  const args = [{ index: 0n, value: 2n ** 64n - 1n, valueTwo: 0n, op: 'SCMP_CMP_EQ' }]
  const syscalls = [{ names: ['dup'], action: 'SCMP_ACT_ALLOW', errnoRet: 5n, args }]
  const profile = { defaultAction: 'SCMP_ACT_LOG', architectures: [], flags: ['F'], listenerPath: '/run/l', syscalls }
  expect(ociText(profile)).toBe(`{
  "defaultAction": "SCMP_ACT_LOG",
  "flags": ["F"],
  "listenerPath": "/run/l",
  "syscalls": [
    {"names": ["dup"], "action": "SCMP_ACT_ALLOW", "errnoRet": 5, "args": [{"index": 0, "value": 18446744073709551615, "valueTwo": 0, "op": "SCMP_CMP_EQ"}]}
  ]
}
`)
})
