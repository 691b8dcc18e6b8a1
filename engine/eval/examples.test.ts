import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { answer } from './answer.ts'
import { evaluatorOf, evaluators } from './evaluators.ts'

/** `UPDATE=1` writes the verdicts anew; look at the difference before keeping it. */
const file = join(import.meta.dirname, 'examples.yaml')
const document = parseDocument(readFileSync(file, 'utf8'))
if (document.errors[0]) throw document.errors[0]
const line = z.record(z.string(), z.unknown())
const examples = z
  .array(
    z.strictObject({
      kind: z.string(),
      beside: z.record(z.string(), z.string()).default({}),
      lines: z.array(z.strictObject({ ask: line, verdict: line.optional() })),
    }),
  )
  .parse(document.toJS())

describe('a verdict has the shape of what is recorded', () => {
  test.each(examples.map((example, index) => ({ ...example, index })))(
    '$kind',
    async ({ kind, beside, lines, index }) => {
      const evaluate = evaluatorOf(kind)?.evaluator.open(name => beside[name] ?? '')
      if (!evaluate) throw new Error(`no evaluator of ${kind}`)
      for (const [at, { ask, verdict }] of lines.entries()) {
        const answered = await answer(evaluate, JSON.stringify(ask))
        expect(answered.understood).toBe(true)
        if (process.env.UPDATE) document.setIn([index, 'lines', at, 'verdict'], document.createNode(answered.verdict))
        else expect(answered.verdict).toEqual(verdict)
      }
      if (process.env.UPDATE) writeFileSync(file, document.toString({ lineWidth: 0 }))
    },
  )
})

test('every kind has an example', () => {
  expect(examples.map(({ kind }) => kind).sort()).toEqual(Object.keys(evaluators).sort())
})

describe('a line that is no question', () => {
  test.each(Object.keys(evaluators))('gets an error: %s', async kind => {
    const beside = examples.find(example => example.kind === kind)?.beside ?? {}
    const evaluate = evaluatorOf(kind)?.evaluator.open(name => beside[name] ?? '')
    if (!evaluate) throw new Error(`no evaluator of ${kind}`)
    for (const text of ['', 'no', '[1]', '3', 'null', '{}', '{"id": 1, "text": 5}']) {
      const { verdict, understood } = await answer(evaluate, text)
      expect([text, understood, typeof verdict.error]).toEqual([text, false, 'string'])
    }
  })
})

test('a kind may be named without its folder', () => {
  expect(evaluatorOf('audit-eval')?.kind).toBe('kubernetes/audit-eval')
  expect(evaluatorOf('constructor')).toBeUndefined()
})
