import { bytesFromText, textFromBytes } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import { type Command, failed } from '../command.ts'
import { linesOf, textOf } from '../lines.ts'
import { optionsOf } from '../options.ts'

const long = {
  'bytes=': 'b',
  'characters=': 'c',
  complement: 'complement',
  'delimiter=': 'd',
  'fields=': 'f',
  'only-delimited': 's',
  'output-delimiter=': 'output-delimiter',
  'zero-terminated': 'z',
}
type Ranges = readonly (readonly [number, number])[]

function rangesOf(text: string, fields: boolean): Ranges | { readonly problem: string } {
  const out: [number, number][] = []
  const what = fields ? 'fields' : 'byte/character positions'
  for (const part of text.split(/[, ]/)) {
    const found = /^(\d*)(-?)(\d*)$/.exec(part)
    if (!found || part === '')
      return {
        problem: fields
          ? `invalid field value '${part}'`
          : `invalid byte or character position '${part}'`.replace(' or character', '/character'),
      }
    if (part === '-') return { problem: 'invalid range with no endpoint: -' }
    if (found[1] === '0' || found[3] === '0') return { problem: `${what} are numbered from 1` }
    const from = Number(found[1] || 1)
    const to = found[2] === '' ? from : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3])
    if (to < from) return { problem: 'invalid decreasing range' }
    out.push([from, to])
  }
  return out
}

export const cut: Command = async (args, context) => {
  const given = optionsOf('cut', args, { letters: 'nsz', valued: 'bcdf', long })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const hint = "\nTry 'cut --help' for more information.\n"
  const lists = ['b', 'c', 'f'].filter(letter => options.has(letter))
  if (lists.length > 1) return failed(`cut: only one list may be specified${hint}`)
  const [kind] = lists
  if (kind === undefined) return failed(`cut: you must specify a list of bytes, characters, or fields${hint}`)
  const delimiter = options.get('d') ?? '\t'
  if ([...delimiter].length > 1) return failed(`cut: the delimiter must be a single character${hint}`)
  if (kind !== 'f' && options.has('d'))
    return failed(`cut: an input delimiter may be specified only when operating on fields${hint}`)
  const ranges = rangesOf(options.get(kind) ?? '', kind === 'f')
  if ('problem' in ranges) return failed(`cut: ${ranges.problem}${hint}`)
  const taken = (number: number) =>
    ranges.some(([from, to]) => number >= from && number <= to) !== options.has('complement')
  const end = options.has('z') ? '\0' : '\n'
  const between = options.get('output-delimiter') ?? (kind === 'f' ? delimiter || '\0' : '')
  const one = (line: string): string | undefined => {
    if (kind === 'f') {
      if (!line.includes(delimiter || '\0')) return options.has('s') ? undefined : line
      return line
        .split(delimiter || '\0')
        .filter((_, index) => taken(index + 1))
        .join(between)
    }
    const bytes = bytesFromText(line)
    const runs: number[][] = []
    let open = false
    for (let i = 0; i < bytes.length; i++) {
      const on = taken(i + 1)
      const starts = !open || (between !== '' && ranges.some(([from]) => from === i + 1) && !options.has('complement'))
      if (on && starts) runs.push([])
      if (on) runs.at(-1)?.push(bytes[i] ?? 0)
      open = on
    }
    return runs.map(run => textFromBytes(new Uint8Array(run))).join(between)
  }
  let stdout = ''
  let stderr = ''
  for (const path of rest.length > 0 ? rest : ['-']) {
    const text = await textOf(context, path)
    if (refused(text)) {
      stderr += `cut: ${path}: ${sentence(text.errno)}\n`
      continue
    }
    await context.work(text.length)
    for (const line of linesOf(text, end)) {
      const shown = one(line)
      if (shown !== undefined) stdout += shown + end
    }
  }
  return { stdout, stderr, exitCode: stderr === '' ? 0 : 1 }
}
