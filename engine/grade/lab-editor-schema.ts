import { z } from 'zod'
import { kinds } from './kinds.ts'
import { checkSchema, labSchema } from './lab-schema.ts'

const kindKeys: Record<string, z.ZodType> = {}
for (const [key, { schema }] of kinds) {
  const { description = '' } = schema
  const one = schema.meta({ id: key })
  kindKeys[key] = z
    .union([one, z.array(one).min(1)])
    .optional()
    .describe(description)
}

/**
 * `lab.yaml` with everything that may stand in it, as editors are told: `labSchema` with each kind's own schema under its
 * key. What only `readLabYaml` can tell, such as two checks with one id, is not in it.
 */
export const labEditorSchema = labSchema.extend({
  checks: z
    .array(checkSchema.extend(kindKeys).meta({ oneOf: [...kinds.keys()].map(key => ({ required: [key] })) }))
    .min(1)
    .describe(labSchema.shape.checks.description ?? ''),
})
