import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { lookUpHandler } from './lookup.ts'
import { readContainerdConfig } from './read.ts'

const folder =
  process.env.BREAKWATER_CONFORMANCE ?? fileURLToPath(new URL('../../../../shared/conformance', import.meta.url))
const recorded = `${folder}/kubernetes/containerd-config.jsonl`

const result = z.looseObject({
  ok: z.boolean(),
  defaultRuntimeName: z.string().optional(),
  loadError: z.string().optional(),
  decodeError: z.string().optional(),
  validateError: z.string().optional(),
  lookup: z
    .array(z.object({ handler: z.string(), runtimeType: z.string().optional(), error: z.string().optional() }))
    .optional(),
})
const vector = z.object({ id: z.string(), text: z.string(), 'containerd-2.1.5': result })

it('decides every recorded configuration as containerd 2.1.5 did, with its words', () => {
  const wrong: string[] = []
  const vectors = readFileSync(recorded, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => vector.parse(JSON.parse(line)))
  for (const { id, text, 'containerd-2.1.5': want } of vectors) {
    const { value, refusal } = readContainerdConfig(text, { path: 'config.toml' })
    const said = want.loadError ?? want.decodeError ?? want.validateError
    if ((refusal === undefined) !== want.ok) wrong.push(`${id}: ${want.ok ? 'taken' : 'refused'}; ours ${refusal}`)
    else if (said !== undefined && refusal !== said) wrong.push(`${id}: ${said}; ours ${refusal}`)
    if (!want.ok || !value) continue
    if (value.defaultRuntime !== want.defaultRuntimeName) wrong.push(`${id}: default ${value.defaultRuntime}`)
    for (const { handler, runtimeType, error } of want.lookup ?? []) {
      const got = lookUpHandler(value, handler)
      const same = 'error' in got ? got.error === error : got.runtime.type === (runtimeType ?? '')
      if (!same) wrong.push(`${id}: ${handler} is ${'error' in got ? got.error : got.runtime.type}`)
    }
  }
  expect(wrong).toEqual([])
})
