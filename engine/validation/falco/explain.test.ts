import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../yaml/read-yaml.ts'
import { operators } from './condition/syntax.ts'
import { readFalcoEvent } from './events/read-event.ts'
import { explainRule } from './explain.ts'
import { readFalcoRules } from './read.ts'

const fixture = z
  .strictObject({
    rules: z.string(),
    events: z.record(z.string(), z.unknown()),
    cases: z.array(z.tuple([z.string(), z.string(), z.string()])),
  })
  .parse(readYaml(readFileSync(new URL('fixtures/explain.yaml', import.meta.url), 'utf8')).documents[0]?.value)

const ruleFile = (condition: string) => ({
  name: 'rules.yaml',
  text: `${fixture.rules}- rule: R\n  desc: d\n  condition: >\n    ${condition}\n  output: x\n  priority: INFO\n`,
})

describe('fixtures/explain.yaml', () => {
  it.each(fixture.cases)('%s: %s', (name, condition, sentence) => {
    const files = [ruleFile(condition)]
    const { value: rules, findings } = readFalcoRules(files)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const event = readFalcoEvent(fixture.events[name]).value
    const rule = rules?.rules[0]
    if (!rules || !rule || !event) throw new Error('The fixture cannot be read.')
    const told = explainRule(rule, event, { files, rules })
    expect(told.sentence).toBe(`Rule “R” ${sentence}`)
    for (const { place, written = '' } of told.because) {
      // What is said is what stands there, for people who look.
      const at = files[0]?.text.slice(place?.start, place?.end) ?? ''
      expect(at.replace(/\s+/g, ' ')).toBe(written)
    }
  })

  it('asks every operator that texts, numbers and addresses have', () => {
    const all = fixture.cases.map(([, condition]) => condition).join(' ')
    const bytes = ['bcontains', 'bstartswith', '==']
    expect(operators.filter(name => !bytes.includes(name) && !all.includes(` ${name}`))).toEqual([])
  })
})
