import { refused, sentence } from '../../files/errno.ts'
import { type Command, failed, said } from '../command.ts'
import { linesOf, textOf } from '../lines.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

/** `shuf`: the order comes from the world's seed. */
export const shuf: Command = async (args, context) => {
  const given = optionsOf('shuf', args, {
    letters: 'erz',
    valued: 'ino',
    long: {
      echo: 'e',
      'head-count=': 'n',
      'input-range=': 'i',
      repeat: 'r',
      'random-source=': 'random-source',
      'zero-terminated': 'z',
      'output=': 'o',
    },
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const range = options.get('i')
  let lines: string[]
  if (options.has('e')) lines = [...rest]
  else if (range !== undefined) {
    const found = /^(\d+)-(\d+)$/.exec(range)
    if (!found || Number(found[2]) - Number(found[1]) > 100_000)
      return failed(`shuf: invalid input range: ${quoteName(range)}\n`)
    lines = Array.from({ length: Math.max(Number(found[2]) - Number(found[1]) + 1, 0) }, (_, i) =>
      String(Number(found[1]) + i),
    )
  } else {
    const text = await textOf(context, rest[0] ?? '-')
    if (refused(text)) return failed(`shuf: ${rest[0]}: ${sentence(text.errno)}\n`)
    lines = linesOf(text)
  }
  const count = options.has('n') ? Number(options.get('n')) : lines.length
  const picked: string[] = []
  if (options.has('r'))
    for (let i = 0; i < Math.min(count, 100_000) && lines.length > 0; i++)
      picked.push(lines[context.random() % lines.length] ?? '')
  else {
    for (let i = lines.length - 1; i > 0; i--) {
      const j = context.random() % (i + 1)
      ;[lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? '']
    }
    picked.push(...lines.slice(0, count))
  }
  return said(picked.map(line => line + (options.has('z') ? '\0' : '\n')).join(''))
}
