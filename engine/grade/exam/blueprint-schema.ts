import { z } from 'zod'
import { domains } from '../lab-schema.ts'
import { slug } from '../schema-parts.ts'

/** No candidate works at more in one sitting. */
export const mostTasks = 40

const difficulties = ['direct', 'careful', 'hard'] as const

const drawSchema = z.strictObject({
  count: z.number().int().min(1).max(mostTasks).describe('How many different labs are drawn.'),
  from: z
    .strictObject({
      pack: z.array(slug).min(1).exactOptional().describe('Packs that the labs may be of. Left out: all.'),
      domain: z
        .array(z.enum(domains))
        .min(1)
        .exactOptional()
        .describe('Domains that the labs may be of. Left out: all.'),
      difficulty: z
        .array(z.enum(difficulties))
        .min(1)
        .exactOptional()
        .describe('Difficulties that the labs may have. Left out: all.'),
    })
    .describe('What the labs must have. A lab fits when every list that is given names it.'),
})

const taskSchema = z
  .strictObject({
    lab: z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'A lab is named `pack/lab`, in small letters, digits and hyphens.')
      .exactOptional()
      .describe('A lab that is always in the exam, as `pack/lab`.'),
    draw: drawSchema.exactOptional().describe('Labs drawn by the seed. Never one that is in the exam already.'),
  })
  .describe('A fixed lab or a draw, never both.')

/** `content/exams/<id>.yaml`. */
export const blueprintSchema = z.strictObject({
  title: z.string().min(1).max(80).describe('The name of the exam in lists and above the clock.'),
  summary: z.string().max(200).default('').describe('One sentence for the list of exams.'),
  minutes: z.number().int().min(1).max(480).describe('How long the clock runs, without extra time.'),
  pass: z.number().int().min(1).max(100).default(67).describe('The pass mark in per cent.'),
  tasks: z.array(taskSchema).min(1).describe('The tasks in the order of the exam.'),
  weights: z
    .union([z.literal('by-points'), z.array(z.number().int().min(1).max(100))])
    .default('by-points')
    .describe(
      "What each task is worth: `by-points` of its lab's checks, or a list of whole per cents, one for each task.",
    ),
})

export type BlueprintYaml = z.infer<typeof blueprintSchema>
