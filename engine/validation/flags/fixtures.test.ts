import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fixtureHost, minimal } from './fixtures/host.ts'
import { judges } from './judge-flags.ts'
import type { Judged } from './judged.ts'
import { judgeApiServerStart } from './kube-apiserver/judge.ts'

const shape = z.array(
  z.strictObject({
    component: z.enum(['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'start']),
    name: z.string(),
    args: z.array(z.string()),
    ok: z.literal(true).optional(),
    prints: z.string().optional(),
    stage: z.string().optional(),
    error: z.string().optional(),
    /** The word that is pointed at. */
    blames: z.string().optional(),
    exitCode: z.number().optional(),
    undecided: z.string().optional(),
  }),
)
const file = readFileSync(new URL('fixtures/command-lines.yaml', import.meta.url), 'utf8')
const cases = shape.parse(parse(file))

describe('fixtures/command-lines.yaml', () => {
  it.each(cases)('$component: $name', ({ component, name: _, args, ...verdict }) => {
    const isStart = component === 'start'
    const judge = isStart ? judgeApiServerStart : judges[component]
    const words = [...(minimal[isStart ? 'kube-apiserver' : component] ?? []), ...args]
    expect(told(judge?.(words, fixtureHost), words)).toEqual(verdict)
  })

  it('has command lines that go on and such that do not, of every component and in every step', () => {
    const steps = new Set(cases.map(({ component, ok, stage }) => `${component} ${ok ? 'goes on' : stage}`))
    const control = ['flags', 'featureGates', 'logging', 'config']
    expect([...steps]).toEqual(
      expect.arrayContaining([
        ...['goes on', 'args', 'complete', 'validate', ...control].map(step => `kube-apiserver ${step}`),
        ...['goes on', 'featureGates', 'config'].map(step => `kube-controller-manager ${step}`),
        ...['goes on', 'args', 'validate', 'config'].map(step => `kube-scheduler ${step}`),
        ...['goes on', 'flags', 'args', 'featureGates', 'validateFlags', 'loadConfig', 'configDir'].map(
          step => `kubelet ${step}`,
        ),
        ...['kubelet validateConfig', 'start goes on', 'start start'],
      ]),
    )
  })
})

function told(judged: Judged | undefined, words: readonly string[]) {
  if (!judged || 'undecided' in judged) return judged
  if (judged.ok) return { ok: true, ...(judged.prints && { prints: judged.prints }) }
  const { stage, error, word, exitCode } = judged
  return { stage, error, ...(word !== undefined && { blames: words[word] }), ...(exitCode && { exitCode }) }
}
