import { z } from 'zod'
import { seccompRoot } from '../../cluster/kubelet.ts'
import { textOf } from '../../cluster/world.ts'
import { readAuditPolicy } from '../../validation/audit-policy/read.ts'
import { compileSeccompProfile } from '../../validation/seccomp/decide.ts'
import { readSeccompProfile } from '../../validation/seccomp/read.ts'
import type { Finding } from '../../yaml/finding.ts'
import { defineKind } from '../kind.ts'
import { miss, pass, ungraded } from '../outcomes.ts'
import { placeOf } from '../place-of.ts'
import { absolutePath, hostName } from '../schema-parts.ts'

/** Kind of file → who reads it, and what is wrong with a text. */
const readers: Readonly<Record<string, { readonly who: string; findings(text: string): readonly Finding[] }>> = {
  'audit-policy': { who: 'The API server', findings: text => readAuditPolicy(text).findings },
  'seccomp-profile': {
    who: 'The runtime',
    findings(text) {
      const { value, findings } = readSeccompProfile(text)
      return value ? [...findings, ...compileSeccompProfile(value).findings] : findings
    },
  },
}
const names = ['audit-policy', 'seccomp-profile'] as const

/**
 * `valid: { file: /etc/kubernetes/audit/policy.yaml, as: audit-policy }`: the component that reads such a file takes it.
 * Below the kubelet's seccomp root `as: seccomp-profile` goes without saying.
 */
export const valid = defineKind({
  schema: z
    .strictObject({
      file: absolutePath.meta({ description: 'The file.', examples: ['/etc/kubernetes/audit/policy.yaml'] }),
      as: z
        .enum(names)
        .optional()
        .describe("What kind of file it is. Below the kubelet's seccomp directory it goes without saying."),
      host: hostName.optional(),
    })
    .describe('Whether the component that reads such a file takes it.'),
  faults: ({ file, as }) =>
    as !== undefined || file.startsWith(`${seccompRoot}/`)
      ? []
      : [{ path: ['file'], message: `What kind of file is \`${file}\`? Add \`as\`: ${names.join(' or ')}.` }],
  grade({ file, as = 'seccomp-profile', host: named }, context) {
    const name = named ?? context.host
    const host = context.world.hosts.get(name)
    const reader = readers[as]
    if (!host || !reader) return ungraded(`there is no host ${name}`)
    const found = textOf(host, file)
    if ('problem' in found)
      return miss(
        found.problem === 'missing' ? `There is no \`${file}\` on ${name}.` : `\`${file}\` on ${name} is no text file.`,
      )
    const wrong = reader.findings(found.text).filter(({ severity }) => severity === 'error')
    if (wrong.length === 0) return pass(`${reader.who} takes \`${file}\`.`)
    return miss(
      `${reader.who} refuses \`${file}\`.`,
      ...wrong.map(({ message, range }) => ({
        pairs: [{ label: 'It says', value: message, tone: 'got' as const }],
        ...(range && {
          decidedBy: {
            text: 'This is refused.',
            place: placeOf({ host: name, path: found.path, text: found.text }, range),
            lit: 'refused',
          },
        }),
      })),
    )
  },
})
