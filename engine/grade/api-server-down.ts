import type { ApiServer } from '../cluster/api-server.ts'
import { miss, ungraded } from './outcomes.ts'
import { placeOf } from './place-of.ts'
import type { Outcome } from './report.ts'

/** What a check says when it needs an API server that answers and there is none; undefined when it answers. */
export function apiServerDown({ host, running }: ApiServer, say: string): Outcome | undefined {
  if ('undecided' in running) return ungraded(running.undecided)
  if (running.answers) return undefined
  const { seenIn, words, look, file, text, range } = running.failure
  return miss(say, {
    pairs: [
      { label: seenIn === 'kubelet' ? 'The kubelet says' : 'The API server says', value: words, tone: 'got' },
      { label: 'On a real host', value: look },
    ],
    ...(range && {
      decidedBy: {
        text: 'This stops it.',
        place: placeOf({ host, path: file, text }, range),
        lit: 'stops the API server',
      },
    }),
  })
}

export const notTried = 'The API server does not answer, so this could not be tried.'
