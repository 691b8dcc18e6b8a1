import type { Advise } from './rule.ts'

const written = ['RequestReceived', 'ResponseStarted', 'ResponseComplete'] as const

/** Stages left out add up: the policy's and the rule's. */
export const allStagesOmitted: Advise = policy =>
  policy.rules.flatMap(({ level, omitStages }, index) => {
    if (level === 'None') return []
    if (!written.every(stage => omitStages.includes(stage) || policy.omitStages.includes(stage))) return []
    return {
      code: 'all-stages-omitted',
      path: ['rules', index, 'level'],
      message: `Rule ${index + 1} logs nothing: every stage is left out. Keep ResponseComplete.`,
      data: { rule: index },
    }
  })
