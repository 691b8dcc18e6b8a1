import { z } from 'zod'
import { compileOutput } from '../../validation/falco/format.ts'
import { type Evaluator, shaped, undecided } from '../evaluator.ts'
import { eventFiles, recordedEvents } from './recorded-events.ts'

/** What an output format makes of the recorded events. */
export const formats: Evaluator = {
  says: 'a Falco output format: the text for each recorded event',
  beside: eventFiles,
  open(beside) {
    const events = recordedEvents(beside)
    return shaped(z.object({ format: z.string() }), ({ format }) => {
      const output = compileOutput(format)
      const shown = events.map(event => {
        const { text, unknown } = output(event)
        const [first] = unknown
        const open = first === undefined ? text : undecided(`The event does not tell ${first}.`)
        return [event.title, open] as const
      })
      return { results: Object.fromEntries(shown) }
    })
  },
}
