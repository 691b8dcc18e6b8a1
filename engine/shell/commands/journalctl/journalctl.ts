import { passTime } from '../../../cluster/services/falco-service.ts'
import type { JournalLine } from '../../../cluster/services/state.ts'
import { unitName, unitOn } from '../../../cluster/services/units.ts'
import { compileExtended, type Regex } from '../../regex/posix.ts'
import { type Command, type CommandContext, failed, said, succeeded } from '../command.ts'
import { optionsOf } from '../options.ts'
import { journalOf } from './journal-of.ts'
import { momentOf } from './moment.ts'
import { shortLine } from './short-line.ts'

const long = {
  'unit=': 'u',
  'lines=': 'n',
  lines: 'n10',
  follow: 'f',
  'no-pager': 'no-pager',
  'output=': 'o',
  reverse: 'r',
  'pager-end': 'e',
  'since=': 'S',
  'until=': 'U',
  'grep=': 'g',
  'identifier=': 't',
  catalog: 'x',
  boot: 'b',
  quiet: 'q',
  all: 'a',
  full: 'l',
  'no-full': 'l',
  'no-hostname': 'no-hostname',
  'no-tail': 'no-tail',
  dmesg: 'k',
  'priority=': 'p',
  utc: 'utc',
  help: 'h',
  version: 'version',
  'list-boots': 'list-boots',
  'disk-usage': 'disk-usage',
  'case-sensitive=': 'case',
} as const

type Format = (line: JournalLine, host: string) => string

const formats: Readonly<Record<string, Format>> = {
  short: (line, host) => shortLine(line, host),
  'short-precise': (line, host) => shortLine(line, host, '%b %d %H:%M:%S', true),
  'short-iso': (line, host) => shortLine(line, host, '%Y-%m-%dT%H:%M:%S+00:00'),
  'short-full': (line, host) => shortLine(line, host, '%a %Y-%m-%d %H:%M:%S UTC'),
  'short-unix': ({ at, from, text }, host) =>
    `${Math.floor(at / 1000)}.${String(at % 1000).padStart(3, '0')}000 ${host} ${from}: ${text}\n`,
  cat: ({ text }) => `${text}\n`,
  json: ({ at, unit, from, text }, host) => {
    const [, identifier = from, pid = ''] = /^(.*)\[(\d+)\]$/.exec(from) ?? []
    return `${JSON.stringify({
      __REALTIME_TIMESTAMP: `${at}000`,
      _HOSTNAME: host,
      _SYSTEMD_UNIT: unit,
      SYSLOG_IDENTIFIER: identifier,
      _PID: pid,
      MESSAGE: text,
    })}\n`
  },
}

/** Never followed longer than this, in seconds of the world. */
const followedAtMost = 3600

/** `journalctl`: what Falco's service and systemd wrote about it. Of other services nothing is written down here. */
export const journalctl: Command = async (args, context) => {
  // `-n` and `-b` may stand without a value.
  const plain = args.map((arg, index) =>
    arg === '-n' && !/^(?:\d+|all)$/.test(args[index + 1] ?? '') ? '--lines' : arg,
  )
  const given = optionsOf('journalctl', plain, { letters: 'frexbqalkh', valued: 'unoSUgtp', long })
  if ('refusal' in given) return given.refusal
  const { options, order, rest } = given
  passTime(context.world)
  if (options.has('version')) return said('systemd 255 (255.4-1ubuntu8)\n')
  if (options.has('h')) return said('journalctl [OPTIONS...] [MATCHES...]\n\nQuery the journal.\n')
  if (options.has('k') || options.has('list-boots') || options.has('disk-usage'))
    return failed('journalctl: the messages of the kernel, boots and sizes are not kept in this world.\n')
  const [match] = rest.filter(word => !/^-?\d+$/.test(word))
  if (match !== undefined && !match.startsWith('_SYSTEMD_UNIT='))
    return failed(`Failed to add match '${match}': Invalid argument\n`)
  const format = formats[options.get('o') ?? 'short']
  if (!format) return failed(`Unknown output format '${options.get('o')}'.\n`)
  const wanted =
    options.get('n') ??
    (options.has('n10') || (options.has('f') && !options.has('no-tail')) ? '10' : options.has('e') ? '1000' : 'all')
  if (!/^(?:\d+|all)$/.test(wanted)) return failed(`Failed to parse lines '${wanted}'\n`)
  const [since, until] = [options.get('S'), options.get('U')].map(text =>
    text === undefined ? undefined : (momentOf(text, context.world.clock) ?? Number.NaN),
  )
  for (const [letter, at] of [
    ['S', since],
    ['U', until],
  ] as const)
    if (Number.isNaN(at)) return failed(`Failed to parse timestamp: ${options.get(letter)}\n`)
  const units = [
    ...order.filter(([letter]) => letter === 'u').map(([, name]) => name),
    ...(match === undefined ? [] : [match.slice('_SYSTEMD_UNIT='.length)]),
  ].map(name => unitOn(context.host, name)?.name ?? unitName(name))
  const pattern = options.get('g')
  const grep = pattern === undefined ? undefined : compileExtended(pattern, pattern === pattern.toLowerCase())
  if (grep && 'problem' in grep) return failed(`Bad pattern "${pattern}": ${grep.problem}\n`)
  const asked: Asked = {
    units,
    identifier: options.get('t'),
    since: since ?? Number.NEGATIVE_INFINITY,
    until: until ?? Number.POSITIVE_INFINITY,
    grep,
  }
  const all = linesFor(context, asked)
  const chosen = wanted === 'all' ? all : all.slice(Math.max(0, all.length - Number(wanted)))
  const shown = options.has('r') ? chosen.toReversed() : chosen
  for (const unit of units)
    if (!unit.startsWith('falco') && unitOn(context.host, unit))
      await context.stderr.write(`journalctl: what ${unit} writes is not kept in this world.\n`)
  if (shown.length === 0 && !options.has('f') && !options.has('q')) return said('-- No entries --\n')
  await context.stdout.write(shown.map(line => format(line, context.host.name)).join(''))
  if (options.has('f')) await follow(context, asked, format)
  return succeeded
}

interface Asked {
  readonly units: readonly string[]
  readonly identifier: string | undefined
  readonly since: number
  readonly until: number
  readonly grep: Regex | undefined
}

function linesFor(
  { world, host }: CommandContext,
  { units, identifier, since, until, grep }: Asked,
): readonly JournalLine[] {
  return journalOf(world, host).filter(
    ({ at, unit, from, text }) =>
      at >= since &&
      at <= until &&
      (units.length === 0 || units.includes(unit)) &&
      (identifier === undefined || from.replace(/\[\d+\]$/, '') === identifier) &&
      (!grep || grep.test(text)),
  )
}

/** Shows what is written from now on, until Ctrl+C. Only a person at the terminal can be waiting for it. */
async function follow(context: CommandContext, asked: Asked, format: Format): Promise<void> {
  if (!context.stdout.tty) return
  let last = linesFor(context, asked).at(-1)
  for (let seconds = 0; seconds < followedAtMost; seconds++) {
    await context.sleep(1000)
    await context.work(1)
    const lines = linesFor(context, asked)
    const known = last
    const added = known === undefined ? lines : lines.slice(lines.findLastIndex(line => isSame(line, known)) + 1)
    await context.stdout.write(added.map(line => format(line, context.host.name)).join(''))
    last = added.at(-1) ?? last
  }
}

function isSame(one: JournalLine, other: JournalLine): boolean {
  return one.at === other.at && one.text === other.text && one.from === other.from
}
