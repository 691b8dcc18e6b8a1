import { z } from 'zod'
import { worldNames } from '../worlds/base-worlds.ts'
import { askedHappening } from './asked-happening.ts'
import { kinds } from './kinds.ts'
import { slug } from './schema-parts.ts'

export const domains = [
  'cluster-setup',
  'cluster-hardening',
  'system-hardening',
  'microservice-vulnerabilities',
  'supply-chain',
  'monitoring',
] as const

const kindKeys: Record<string, z.ZodOptional<z.ZodUnknown>> = {}
for (const key of kinds.keys()) kindKeys[key] = z.unknown().optional()

/** No lab lets more happen on a host. */
const most = { happenings: 100 }

/** One entry of `checks`, but for what stands under the key of its kind. */
export const checkSchema = z.strictObject({
  id: slug.meta({
    description: 'The name of the check: hints and wrong attempts use it.',
    examples: ['secrets'],
  }),
  title: z
    .string()
    .min(1)
    .meta({
      description: 'What a learner reads of the check before and after: a few words on what has to be so.',
      examples: ['Secrets in prod at Metadata'],
    }),
  points: z
    .number()
    .int()
    .nonnegative()
    .describe('What the check is worth, earned as a whole. A guard may be worth 0.'),
  guard: z
    .boolean()
    .optional()
    .describe('true: the check holds at the start and has to stay so. Its points count only beside others.'),
  say: z
    .string()
    .min(1)
    .optional()
    .describe('A sentence for a miss, in place of the one that the kind of check gives.'),
  ...kindKeys,
})

/** `lab.yaml` with a variant filled in. */
export const labSchema = z.strictObject({
  title: z
    .string()
    .min(1)
    .meta({
      description: 'The name of the lab: what is to be done, in a few words.',
      examples: ['Audit the Secrets, not their values'],
    }),
  summary: z
    .string()
    .min(1)
    .describe('One sentence for the list of labs: what the candidate finds. It does not tell the solution.'),
  domain: z.enum(domains).describe('The domain of the exam that the lab belongs to.'),
  competency: slug.meta({
    description: "One of the domain's competencies, as `content/curriculum.yaml` names them.",
    examples: ['audit-logs'],
  }),
  difficulty: z
    .enum(['direct', 'careful', 'hard'])
    .describe(
      '`direct`: one step after the other. `careful`: something can be overlooked. `hard`: something is hidden.',
    ),
  minutes: z.number().int().min(1).max(120).describe('How many minutes a prepared candidate needs, about.'),
  cluster: z
    .string()
    .min(1)
    .meta({
      description: 'The base world that the lab begins in.',
      enum: [...worldNames],
    }),
  host: z
    .string()
    .min(1)
    .meta({
      description: 'The host where the task is to be done. Checks look there unless they name another.',
      examples: ['controlplane', 'node01', 'base'],
    }),
  variants: z
    .array(
      z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .describe('Values for one variant. All variants have the same keys.'),
    )
    .min(1)
    .optional()
    .meta({
      description: `Values for \`\${{ name }}\` in every text file of the lab, so that no solution can be memorised. The first is the default.`,
      examples: [[{ ns: 'prod' }, { ns: 'payments' }]],
    }),
  events: z
    .record(z.string(), z.array(askedHappening).min(1).max(most.happenings))
    .optional()
    .meta({
      description: 'What happens on hosts while time passes: a host, and its events. Falco sees them.',
      examples: [{ node01: [{ every: 7, open: '/etc/shadow', by: 'cat /etc/shadow' }] }],
    }),
  checks: z.array(checkSchema).min(1).describe('What is graded, in the order of the report.'),
})

export type LabYaml = z.infer<typeof labSchema>
