import { byteLength } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import type { Command } from '../command.ts'
import { textOf } from '../lines.ts'
import { optionsOf } from '../options.ts'

interface Counts {
  readonly l: number
  readonly w: number
  readonly m: number
  readonly c: number
  readonly L: number
}

const long = {
  lines: 'l',
  words: 'w',
  chars: 'm',
  bytes: 'c',
  'max-line-length': 'L',
  'total=': 'total',
  'files0-from=': 'files0',
}

function count(text: string): Counts {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  const longest = text
    .split('\n')
    .reduce((most, line) => Math.max(most, [...line.replaceAll('\t', '        ')].length), 0)
  return {
    l: lines,
    w: text.match(/[^ \t\n\v\f\r]+/g)?.length ?? 0,
    m: [...text].length,
    c: byteLength(text),
    L: longest,
  }
}

export const wc: Command = async (args, context) => {
  const given = optionsOf('wc', args, { letters: 'lwmcL', long })
  if ('refusal' in given) return given.refusal
  const asked = (['l', 'w', 'm', 'c', 'L'] as const).filter(letter => given.options.has(letter))
  const columns = asked.length > 0 ? asked : (['l', 'w', 'c'] as const)
  const rows: { counts: Counts; name: string }[] = []
  let stderr = ''
  let regular = true
  for (const path of given.rest.length > 0 ? given.rest : ['']) {
    const text = await textOf(context, path === '' ? '-' : path)
    if (path === '' || path === '-') regular = false
    if (refused(text)) {
      stderr += `wc: ${path}: ${sentence(text.errno)}\n`
      if (text.errno === 'EISDIR') {
        rows.push({ counts: { l: 0, w: 0, m: 0, c: 0, L: 0 }, name: path })
        regular = false
      }
      continue
    }
    await context.work(text.length)
    rows.push({ counts: count(text), name: path })
  }
  if (given.rest.length > 1) {
    const total = rows.reduce(
      (sum, { counts }) => ({
        l: sum.l + counts.l,
        w: sum.w + counts.w,
        m: sum.m + counts.m,
        c: sum.c + counts.c,
        L: Math.max(sum.L, counts.L),
      }),
      { l: 0, w: 0, m: 0, c: 0, L: 0 },
    )
    rows.push({ counts: total, name: 'total' })
  }
  const bytes = rows.filter(row => row.name !== 'total').reduce((sum, { counts }) => sum + counts.c, 0)
  const single = columns.length === 1 && given.rest.length <= 1
  const wide = single ? 1 : regular ? String(bytes).length : 7
  const stdout = rows
    .map(
      ({ counts, name }) =>
        `${columns.map(column => String(counts[column]).padStart(wide)).join(' ')}${name === '' ? '' : ` ${name}`}\n`,
    )
    .join('')
  return { stdout, stderr, exitCode: stderr === '' ? 0 : 1 }
}
