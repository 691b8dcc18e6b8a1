import { z } from 'zod'

/** `pack.yaml`. */
export const packSchema = z.strictObject({
  title: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'The name of the pack in lists.', examples: ['CKS practice'] }),
  /** It is part of file names. */
  version: z
    .string()
    .regex(
      /^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$/,
      'A version is letters, digits, dots, plus and minus signs, as in 1.0.0.',
    )
    .meta({
      description: 'The version of the pack, as text. Raise it before you hand out another.',
      examples: ['1.0.0'],
    }),
  licence: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'Under which licence others may use the pack.', examples: ['CC-BY-4.0', 'Apache-2.0'] }),
  authors: z
    .array(z.string().min(1).max(200))
    .min(1)
    .meta({ description: 'Who wrote it.', examples: [['You']] }),
})
