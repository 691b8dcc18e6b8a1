import type { Advise } from './rule.ts'

const streams = ['pods/exec', 'pods/attach', 'pods/portforward']

/** kubectl opens these over a WebSocket, which begins with a GET; only older clients send a POST, which is a create. */
export const execByGet: Advise = ({ rules }) =>
  rules.flatMap(({ verbs, resources }, index) => {
    if (!verbs.includes('create') || verbs.includes('get')) return []
    const stream = resources.flatMap(entry => entry.resources).find(spec => streams.includes(spec))
    if (!stream) return []
    return {
      code: 'exec-by-get',
      path: ['rules', index, 'verbs'],
      message: `kubectl opens ${stream} with a get, so this rule misses it. Add get to the verbs.`,
      data: { stream },
    }
  })
