import { z } from 'zod'
import { textOf } from '../../cluster/world.ts'
import { defineKind } from '../kind.ts'
import { miss, pass, ungraded } from '../outcomes.ts'
import { absolutePath, hostName } from '../schema-parts.ts'

/**
 * `answer: { path: /opt/answers/07.txt, equals: unshare }`: a file holds one answer. White space around it does not count.
 * What is asked for is not shown on a miss.
 */
export const answer = defineKind({
  schema: z
    .strictObject({
      path: absolutePath.meta({
        description: 'The file that the answer is written to.',
        examples: ['/opt/answer.txt'],
      }),
      equals: z
        .string()
        .min(1)
        .meta({ description: 'The answer. White space around it does not count.', examples: ['unshare'] }),
      host: hostName.optional(),
    })
    .describe('Whether a file holds the one right answer. A report never shows it.'),
  grade({ path, equals, host: named }, context) {
    const name = named ?? context.host
    const host = context.world.hosts.get(name)
    if (!host) return ungraded(`there is no host ${name}`)
    const found = textOf(host, path)
    if ('problem' in found) return miss(`There is no answer in \`${path}\` on ${name}.`)
    const given = found.text.trim()
    if (given === equals.trim()) return pass('The answer is right.')
    const shown = given.length > 200 ? `${given.slice(0, 200)} …` : given
    return miss(`\`${path}\` on ${name} does not hold the answer.`, {
      pairs: [{ label: 'It holds', value: shown === '' ? 'nothing' : shown, tone: 'got' }],
    })
  },
})
