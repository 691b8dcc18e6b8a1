import type { Advise } from './rule.ts'

export const logsNothing: Advise = ({ rules }) =>
  rules.every(({ level }) => level === 'None')
    ? [
        {
          code: 'logs-nothing',
          path: ['rules'],
          message: 'Every rule has the level None, so nothing is ever logged. Add a rule with another level.',
        },
      ]
    : []
