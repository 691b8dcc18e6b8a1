import { z } from 'zod'
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

/** One entry of `checks`, but for what stands under the key of its kind. */
export const checkSchema = z.strictObject({
  id: slug,
  title: z.string().min(1),
  points: z.number().int().nonnegative(),
  guard: z.boolean().optional(),
  say: z.string().min(1).optional(),
  ...kindKeys,
})

/** `lab.yaml` with a variant filled in. */
export const labSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  domain: z.enum(domains),
  competency: slug,
  difficulty: z.enum(['direct', 'careful', 'hard']),
  minutes: z.number().int().min(1).max(120),
  cluster: z.string().min(1),
  host: z.string().min(1),
  variants: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))
    .min(1)
    .optional(),
  checks: z.array(checkSchema).min(1),
})

export type LabYaml = z.infer<typeof labSchema>
