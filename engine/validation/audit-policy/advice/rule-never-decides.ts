import { covers } from '../covers.ts'
import type { Advise } from './rule.ts'

/** The first rule that matches decides, so a rule behind one that takes all its requests is never asked. */
export const ruleNeverDecides: Advise = ({ rules }) =>
  rules.flatMap((rule, index) => {
    const by = rules.findIndex((earlier, i) => i < index && covers(earlier, rule))
    if (by === -1) return []
    const [own, first] = [index + 1, by + 1]
    return {
      code: 'rule-never-decides',
      path: ['rules', index, 'level'],
      message: `Rule ${own} never decides: rule ${first} comes first and takes every request that it names. Move it up, or take it out.`,
      data: { rule: index, by },
    }
  })
