import { z } from 'zod'
import { namedEvents } from '../validation/falco/events/named.ts'
import { askedEvent } from './asked-event.ts'

const second = { type: 'integer', minimum: 0, maximum: 86_400 } as const
const times = {
  at: { ...second, description: 'How many seconds after the beginning it happens, once.', examples: [20] },
  every: { ...second, minimum: 1, description: 'It happens again and again, so many seconds apart.', examples: [7] },
  from: {
    type: ['integer', 'string'],
    minimum: 0,
    maximum: 86_400,
    description: 'With `every`, a number: when it happens first. Left out: 0. A text is where a connection comes from.',
    examples: [3],
  },
  until: { ...second, description: 'With `every`: when it happens no more. Left out: it never ends.', examples: [120] },
} as const

const shapes: unknown = askedEvent.meta()?.anyOf
const [, written]: readonly unknown[] = Array.isArray(shapes) ? shapes : []
const properties = typeof written === 'object' && written !== null ? Reflect.get(written, 'properties') : {}

/**
 * Something that happens while time passes, as editors are told of it. `readHappening` reads it and says more precisely
 * what is wrong, so the schema itself lets everything through.
 */
export const askedHappening = z.unknown().meta({
  id: 'happening',
  type: 'object',
  description: 'An event with its times: `at`, or `every`; and beside them what a check writes of an event.',
  properties: {
    ...properties,
    ...times,
    event: { enum: Object.keys(namedEvents), description: 'The name of an event that is known, in place of all else.' },
  },
  // A key may be a value of the variant.
  patternProperties: { '^\\$\\{\\{': {} },
  minProperties: 2,
  additionalProperties: false,
  examples: [{ every: 7, from: 3, open: '/etc/shadow', by: 'cat /etc/shadow', user: 'root', container: 'web' }],
})
