import { byteLength } from '../../../cluster/bytes.ts'
import { join } from '../../../cluster/file-tree.ts'
import { groupName, userName } from '../../files/accounts.ts'
import { refused } from '../../files/errno.ts'
import type { Stat } from '../../files/files.ts'
import { modeText } from '../../files/modes.ts'
import { type Command, type CommandContext, said } from '../command.ts'
import { complaints } from '../complaints.ts'
import { linkCount } from '../link-count.ts'
import { quoteIfOdd } from '../names.ts'
import { optionsOf } from '../options.ts'
import { columns } from './columns.ts'
import { humanSize } from './human-size.ts'
import { listTime } from './list-time.ts'
import { naturally } from './natural-order.ts'

interface Entry {
  readonly name: string
  readonly stat: Stat
  readonly path: string
}

const long = {
  all: 'a',
  'almost-all': 'A',
  classify: 'F',
  color: 'color',
  'color=': 'color',
  directory: 'd',
  'full-time': 'full-time',
  'group-directories-first': 'dirs-first',
  'human-readable': 'h',
  inode: 'i',
  'no-group': 'G',
  'numeric-uid-gid': 'n',
  recursive: 'R',
  reverse: 'r',
  size: 's',
  'sort=': 'sort',
  'time-style=': 'time-style',
}

export const ls: Command = async (args, context) => {
  const given = optionsOf('ls', args, { letters: '1aAbBcCdfFgGhHikLlmnNopqQrRsStuUvxX', valued: 'IwT', long })
  if ('refusal' in given) return { ...given.refusal, exitCode: 2 }
  const has = (letter: string) => given.options.has(letter)
  const bad = complaints('ls', 2)
  const paths = given.rest.length > 0 ? given.rest : ['.']
  const files: Entry[] = []
  const directories: Entry[] = []
  let minor = false
  const longForm = has('l') || has('n') || has('o') || has('g') || has('full-time')
  for (const name of paths) {
    const path = context.at(name)
    const real = context.files.stat(path)
    const follows = !longForm && !has('d') && !has('F')
    const link = context.files.lstat(path)
    const stat = (follows || has('L') || has('H') || name.endsWith('/')) && !refused(real) ? real : link
    if (refused(stat)) bad.about('cannot access', name, stat.errno)
    else if (stat.kind === 'directory' && !has('d')) directories.push({ name, stat, path })
    else files.push({ name, stat, path })
  }
  const out: string[] = []
  const listed = sorted(files, given.options)
  if (listed.length > 0) out.push(render(listed, given.options, context, false))
  const show = (name: string, path: string, heading: boolean) => {
    const names = context.files.list(path)
    if (refused(names)) {
      bad.about('cannot open directory', name, names.errno)
      return
    }
    if (heading) out.push(`${out.length > 0 ? '\n' : ''}${name}:\n`)
    const all =
      has('a') || has('f') ? ['.', '..', ...names] : has('A') ? names : names.filter(it => !it.startsWith('.'))
    const entries: Entry[] = []
    for (const it of all) {
      const below = join(path, it)
      const stat = has('L')
        ? context.files.stat(below)
        : context.files.lstat(it === '.' || it === '..' ? `${path}/${it}` : below)
      if (refused(stat)) {
        bad.about('cannot access', name === '.' ? it : join(name, it), stat.errno)
        minor = true
      } else entries.push({ name: it, stat, path: below })
    }
    const inOrder = sorted(entries, given.options)
    out.push(render(inOrder, given.options, context, true))
    if (!has('R')) return
    for (const entry of inOrder)
      if (entry.stat.kind === 'directory' && entry.name !== '.' && entry.name !== '..')
        show(join(name, entry.name), entry.path, true)
  }
  for (const { name, path } of sorted(directories, given.options)) show(name, path, paths.length > 1 || has('R'))
  await context.work(out.join('').length)
  if (bad.code() === 0) return said(out.join(''))
  return { stdout: out.join(''), stderr: bad.text(), exitCode: minor ? 1 : 2 }
}

function sorted(entries: readonly Entry[], options: ReadonlyMap<string, string>): readonly Entry[] {
  if (options.has('f') || options.has('U')) return entries
  const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  const how = options.get('sort')
  const extension = (name: string) => (name.lastIndexOf('.') > 0 ? name.slice(name.lastIndexOf('.')) : '')
  let order: (a: Entry, b: Entry) => number = byName
  if (options.has('S') || how === 'size') order = (a, b) => b.stat.size - a.stat.size || byName(a, b)
  else if (options.has('t') || how === 'time') order = (a, b) => b.stat.mtime - a.stat.mtime || byName(a, b)
  else if (options.has('X') || how === 'extension')
    order = (a, b) =>
      extension(a.name) < extension(b.name) ? -1 : extension(a.name) > extension(b.name) ? 1 : byName(a, b)
  else if (options.has('v') || how === 'version') order = (a, b) => naturally(a.name, b.name)
  const list = [...entries].sort(order)
  if (options.has('r')) list.reverse()
  if (options.has('dirs-first'))
    list.sort((a, b) => Number(b.stat.kind === 'directory') - Number(a.stat.kind === 'directory'))
  return list
}

function mark({ stat }: Entry, options: ReadonlyMap<string, string>, withLink: boolean): string {
  if (!options.has('F') && !options.has('p')) return ''
  if (stat.kind === 'directory') return '/'
  if (options.has('p')) return ''
  if (stat.kind === 'link') return withLink ? '' : '@'
  return stat.kind === 'file' && (stat.mode & 0o111) !== 0 ? '*' : ''
}

const blocks = (stat: Stat) =>
  stat.kind === 'directory' ? 8 : stat.kind === 'file' ? Math.ceil(stat.size / 4096) * 8 : 0

function render(
  entries: readonly Entry[],
  options: ReadonlyMap<string, string>,
  context: CommandContext,
  total: boolean,
): string {
  const tty = context.stdout.tty
  const nameOf = (entry: Entry) =>
    options.has('Q') ? `"${entry.name}"` : tty && !options.has('N') ? quoteIfOdd(entry.name) : entry.name
  const sum = entries.reduce((all, { stat }) => all + blocks(stat), 0) / 2
  const human = options.has('h')
  const size = (bytes: number) => (human ? humanSize(bytes) : String(bytes))
  const isLong = ['l', 'n', 'o', 'g', 'full-time'].some(letter => options.has(letter))
  const heading = total && (isLong || options.has('s')) ? `total ${human ? humanSize(sum * 1024) : sum}\n` : ''
  const lead = (entry: Entry) =>
    `${options.has('i') ? `${inode(entry.stat.path)} ` : ''}${options.has('s') ? `${String(human ? humanSize(blocks(entry.stat) * 512) : blocks(entry.stat) / 2).padStart(String(sum).length > 3 ? 4 : 1)} ` : ''}`
  if (!isLong) {
    const cells = entries.map(entry => lead(entry) + nameOf(entry) + mark(entry, options, false))
    if (options.has('m')) return cells.length === 0 ? heading : `${heading}${cells.join(', ')}\n`
    if (!options.has('1') && (tty || options.has('C') || options.has('x')))
      return (
        heading + columns(cells, Number(options.get('w') ?? context.env.get('COLUMNS') ?? 80) || 80, options.has('x'))
      )
    return heading + cells.map(cell => `${cell}\n`).join('')
  }
  const numbers = options.has('n')
  const rows = entries.map(entry => {
    const { stat } = entry
    const target = stat.kind === 'link' ? ` -> ${tty ? quoteIfOdd(stat.target ?? '') : stat.target}` : ''
    return {
      mode: modeText(stat.kind, stat.mode),
      links: String(linkCount(context.files, stat)),
      owner: numbers ? String(stat.uid) : userName(context.host, stat.uid),
      group: numbers ? String(stat.gid) : groupName(context.host, stat.gid),
      size: stat.kind === 'device' ? '1, 3' : size(stat.size),
      time: listTime(
        stat.mtime,
        context.world.clock,
        options.has('full-time') ? 'full-iso' : options.get('time-style'),
      ),
      name: lead(entry),
      rest: nameOf(entry) + mark(entry, options, true) + target,
    }
  })
  const width = (pick: (row: (typeof rows)[number]) => string) => Math.max(0, ...rows.map(row => byteLength(pick(row))))
  const widths = {
    links: width(row => row.links),
    owner: width(row => row.owner),
    group: width(row => row.group),
    size: width(row => row.size),
    time: width(row => row.time),
  }
  const noOwner = options.has('g')
  const noGroup = options.has('o') || options.has('G')
  return (
    heading +
    rows
      .map(row => {
        const who = `${noOwner ? '' : `${row.owner.padEnd(widths.owner)} `}${noGroup ? '' : `${row.group.padEnd(widths.group)} `}`
        return `${row.name}${row.mode} ${row.links.padStart(widths.links)} ${who}${row.size.padStart(widths.size)} ${row.time.padStart(widths.time)} ${row.rest}\n`
      })
      .join('')
  )
}

/** A number that is always the same for a path. */
export function inode(path: string): number {
  let hash = 7
  for (const char of path) hash = (hash * 31 + char.charCodeAt(0)) % 900_000
  return 131_072 + hash
}
