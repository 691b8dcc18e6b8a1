import { complain, type Shell } from '../interpreter/shell.ts'
import { assign, lookUp } from '../interpreter/values.ts'
import { readUntil, type Source } from '../streams/stream.ts'
import type { Builtin } from './builtin.ts'
import { readOptions } from './options-of.ts'

export const read: Builtin = async (shell, args) => {
  const given = readOptions(args, 'ersr', 'adinNptu')
  if ('problem' in given) {
    await complain(shell, `read: ${given.problem}`)
    return 2
  }
  const { options, rest } = given
  const raw = options.has('r')
  const source = shell.fds.get(Number(options.get('u') ?? 0))?.source
  if (!source) {
    await complain(shell, `read: ${options.get('u') ?? 0}: invalid file descriptor: Bad file descriptor`)
    return 1
  }
  const prompt = options.get('p')
  if (prompt !== undefined && source.tty) await shell.fds.get(2)?.sink?.write(prompt)
  const count = Number(options.get('n') ?? options.get('N') ?? 0)
  const delimiter = options.has('d') ? (options.get('d') || '\0').slice(0, 1) : '\n'
  const got =
    count > 0
      ? await readCount(source, count, options.has('N') ? undefined : delimiter)
      : await readLine(source, delimiter, raw)
  const { text, ended } = got
  const list = options.get('a')
  const names = rest.length > 0 ? rest : ['REPLY']
  if (list !== undefined) {
    const it = shell.vars.claim(list)
    it.value = undefined
    it.array = new Map(fields(shell, text, raw, Number.POSITIVE_INFINITY).map((field, index) => [index, field]))
  } else if (rest.length === 0) assign(shell, 'REPLY', raw ? text : unquote(text))
  else {
    const found = fields(shell, text, raw, names.length)
    for (const [index, name] of names.entries()) {
      const done = assign(shell, name, found[index] ?? '')
      if ('problem' in done) {
        await complain(shell, `read: ${done.problem}`)
        return 1
      }
    }
  }
  return ended ? 1 : 0
}

const unquote = (text: string) => text.replace(/\\(.)/gs, '$1')

async function readLine(source: Source, delimiter: string, raw: boolean): Promise<{ text: string; ended: boolean }> {
  let text = ''
  for (;;) {
    const line = await readUntil(source, delimiter)
    if (line === undefined) return { text, ended: true }
    const whole = line.endsWith(delimiter)
    text += whole ? line.slice(0, -delimiter.length) : line
    if (!whole) return { text, ended: true }
    if (raw || !/(?<!\\)(?:\\\\)*\\$/.test(text)) return { text, ended: false }
    text = text.slice(0, -1)
  }
}

async function readCount(
  source: Source,
  count: number,
  delimiter: string | undefined,
): Promise<{ text: string; ended: boolean }> {
  let text = ''
  while (text.length < count) {
    const more = await source.read()
    if (more === undefined) return { text, ended: true }
    const end = delimiter === undefined ? -1 : more.indexOf(delimiter)
    const take = Math.min(count - text.length, end < 0 ? more.length : end)
    text += more.slice(0, take)
    source.unread(more.slice(end >= 0 && take === end && text.length < count ? take + 1 : take))
    if (end >= 0 && take === end) break
  }
  return { text, ended: false }
}

/** Divides a line at IFS into at most so many fields; the last takes the rest. */
function fields(shell: Shell, text: string, raw: boolean, most: number): string[] {
  const separators = lookUp(shell, 'IFS') ?? ' \t\n'
  const blanks = [...separators].filter(char => ' \t\n'.includes(char)).join('')
  const units: { char: string; quoted: boolean }[] = []
  const chars = [...text]
  for (let i = 0; i < chars.length; i++) {
    if (!raw && chars[i] === '\\' && i + 1 < chars.length) units.push({ char: chars[++i] ?? '', quoted: true })
    else units.push({ char: chars[i] ?? '', quoted: false })
  }
  const is = (at: number, set: string) => at < units.length && !units[at]?.quoted && set.includes(units[at]?.char ?? '')
  const out: string[] = []
  let at = 0
  while (is(at, blanks)) at++
  while (at < units.length) {
    if (out.length === most - 1) {
      let end = units.length
      while (end > at && is(end - 1, blanks)) end--
      const last = units.slice(at, end).map(unit => unit.char)
      // One separator at the very end closes the field and is no part of it.
      const hard =
        is(end - 1, separators) &&
        !is(end - 1, blanks) &&
        !units.slice(at, end - 1).some((_, i) => is(at + i, separators))
      out.push((hard ? last.slice(0, -1) : last).join(''))
      return out
    }
    let field = ''
    while (at < units.length && !is(at, separators)) field += units[at++]?.char ?? ''
    out.push(field)
    while (is(at, blanks)) at++
    if (is(at, separators) && !is(at, blanks)) {
      at++
      while (is(at, blanks)) at++
    }
  }
  return out
}

export const mapfile: Builtin = async (shell, args) => {
  const given = readOptions(args, 't', 'dnOsuCc')
  if ('problem' in given) {
    await complain(shell, `mapfile: ${given.problem}`)
    return 2
  }
  const { options, rest } = given
  const source = shell.fds.get(Number(options.get('u') ?? 0))?.source
  const delimiter = options.has('d') ? (options.get('d') || '\0').slice(0, 1) : '\n'
  const it = shell.vars.claim(rest[0] ?? 'MAPFILE')
  const origin = Number(options.get('O') ?? 0)
  if (!options.has('O') || !it.array) it.array = new Map()
  it.value = undefined
  const most = Number(options.get('n') ?? 0) || Number.POSITIVE_INFINITY
  const skip = Number(options.get('s') ?? 0)
  for (let index = -skip; source && index < most; index++) {
    const line = await readUntil(source, delimiter)
    if (line === undefined) break
    const text = options.has('t') && line.endsWith(delimiter) ? line.slice(0, -delimiter.length) : line
    if (index >= 0) it.array.set(origin + index, text)
    shell.session.meter.keep(text.length + 16)
  }
  return 0
}
