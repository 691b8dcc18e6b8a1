import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../yaml/read-yaml.ts'
import { parseCondition } from './condition/parse.ts'
import { whyNeverFires } from './explain.ts'
import { unplaced } from './mapped-text.ts'

const { never, may } = z
  .strictObject({ never: z.record(z.string(), z.string()), may: z.array(z.string()) })
  .parse(readYaml(readFileSync(new URL('fixtures/fires-never.yaml', import.meta.url), 'utf8')).documents[0]?.value)

function whyOf(condition: string): string | undefined {
  const parsed = parseCondition(unplaced(condition))
  if (!('node' in parsed)) throw new Error(parsed.fault.message)
  return whyNeverFires(parsed.node)?.sentence
}

describe('fixtures/fires-never.yaml', () => {
  it.each(Object.entries(never))('%s', (condition, sentence) => expect(whyOf(condition)).toBe(sentence))
  it.each(may)('%s may fire', condition => expect(whyOf(condition)).toBeUndefined())
})

describe('conditions that would take long', () => {
  const side = (at: number) => `(proc.args contains a${at} or proc.cmdline contains b${at})`
  it('are left alone', () => {
    const many = Array.from({ length: 40 }, (_, at) => side(at)).join(' and ')
    expect(whyOf(`evt.type = execve and ${many} and evt.dir = >`)).toContain('evt.dir')
    expect(whyOf(`evt.type = execve and ${many} and (evt.dir = > or evt.dir = >)`)).toBeUndefined()
  })
})
