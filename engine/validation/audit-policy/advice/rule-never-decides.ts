import { takenBefore } from './decided-by.ts'
import type { Advise } from './rule.ts'
import { ruleNumbers } from './rule-numbers.ts'

/** The first rule that matches decides, so a rule behind others that take all its requests is never asked. */
export const ruleNeverDecides: Advise = ({ rules }, decide) =>
  rules.flatMap((rule, index) => {
    const by = takenBefore(rule, index, decide)
    if (!by) return []
    const take =
      by.length === 1
        ? `${ruleNumbers(by)} comes first and takes every request that it names`
        : `${ruleNumbers(by)} come first and between them take every request that it names`
    return {
      code: 'rule-never-decides',
      path: ['rules', index, 'level'],
      message: `Rule ${index + 1} never decides: ${take}. Move it up, or take it out.`,
      data: { rule: index, by: by[0], all: by },
    }
  })
