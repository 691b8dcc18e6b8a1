import {
  actOnFalco,
  type FalcoAct,
  falcoService,
  falcoUnitOn,
  passTime,
} from '../../../cluster/services/falco-service.ts'
import { isEnabled, titleOf, type Unit, unitName, unitOn, unitsOn } from '../../../cluster/services/units.ts'
import { type Command, type CommandContext, failed, type Result, said, succeeded } from '../command.ts'
import { optionsOf } from '../options.ts'
import { disable, enable } from './enable.ts'
import { statusOf } from './status.ts'
import { stateOn, unknownUnits } from './unit-state.ts'

/** Acts that change something, and so need root. */
const changing = [
  'start',
  'stop',
  'restart',
  'reload',
  'try-restart',
  'reload-or-restart',
  'enable',
  'disable',
  'mask',
  'unmask',
]

/**
 * `systemctl`: Falco's service is acted out. The kubelet and containerd are always up and take changed files at once, so
 * starting them anew says nothing, and stopping them is refused. Of other services nothing is known.
 */
export const systemctl: Command = (args, context) => {
  const given = optionsOf('systemctl', args, {
    letters: 'qlahf',
    valued: 'nptHMo',
    long: {
      'no-pager': 'no-pager',
      full: 'l',
      all: 'a',
      quiet: 'q',
      now: 'now',
      help: 'h',
      version: 'version',
      force: 'f',
      'lines=': 'n',
      'property=': 'p',
      'type=': 't',
      'state=': 'state',
      'no-legend': 'no-legend',
      plain: 'plain',
      value: 'value',
      'no-block': 'no-block',
      failed: 'failed',
      'output=': 'o',
    },
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  passTime(context.world)
  if (options.has('version')) return said('systemd 255 (255.4-1ubuntu8)\n')
  if (options.has('h'))
    return said('systemctl [OPTIONS...] COMMAND ...\n\nQuery or send control commands to the system manager.\n')
  const [act = 'list-units', ...names] = rest
  if (act === 'daemon-reload' || act === 'daemon-reexec' || act === 'reset-failed')
    return context.who.uid === 0
      ? succeeded
      : unauthorised(act === 'daemon-reload' ? 'Reload daemon failed' : 'Access denied')
  if (act === 'list-units' || act === 'list-unit-files') return listed(act, context, options)
  if (act === 'is-system-running') return said('running\n')
  if (changing.includes(act)) return changeAll(act, names, context, options.has('now'))
  if (names.length === 0 && ['status', 'cat', 'is-active', 'is-enabled', 'is-failed', 'show'].includes(act))
    return act === 'status' ? listed('list-units', context, options) : failed('Too few arguments.\n')
  switch (act) {
    case 'status':
      return joined(names.map(name => statusOf(name, context, Number(options.get('n') ?? 10))))
    case 'cat':
      return joined(names.map(name => catOf(name, context)))
    case 'is-active':
      return answers(
        names,
        context,
        ({ active }) => active,
        active => (active === 'active' ? 0 : 3),
        options.has('q'),
      )
    case 'is-failed':
      return answers(
        names,
        context,
        ({ active }) => active,
        active => (active === 'failed' ? 0 : 1),
        options.has('q'),
      )
    case 'is-enabled':
      return enabledAnswers(names, context, options.has('q'))
    case 'show':
      return joined(names.map(name => shown(name, context, options.get('p'), options.has('value'))))
    default:
      return failed(`Unknown command verb '${act}'.\n`)
  }
}

function unauthorised(what: string): Result {
  return failed(`${what}: Interactive authentication required.\n`)
}

/** Several answers one after the other; the worst exit code. */
function joined(results: readonly Result[]): Result {
  return {
    stdout: results
      .map(({ stdout }) => stdout)
      .filter(text => text !== '')
      .join('\n'),
    stderr: results.map(({ stderr }) => stderr).join(''),
    exitCode: results.reduce((worst, { exitCode }) => Math.max(worst, exitCode), 0),
  }
}

function changeAll(act: string, names: readonly string[], context: CommandContext, now: boolean): Result {
  if (names.length === 0) return failed('Too few arguments.\n')
  return names
    .map(name => changeOne(act, name, context, now))
    .reduce((a, b) => ({
      stdout: a.stdout + b.stdout,
      stderr: a.stderr + b.stderr,
      exitCode: Math.max(a.exitCode, b.exitCode),
    }))
}

function changeOne(act: string, typed: string, context: CommandContext, now: boolean): Result {
  const { host, world, who } = context
  const name = unitName(typed)
  const unit = unitOn(host, typed)
  const isFile = act === 'enable' || act === 'disable'
  if (!unit) {
    if (unknownUnits.has(name)) return notActedOut(name)
    if (isFile) return failed(`Failed to ${act} unit: Unit file ${name} does not exist.\n`)
    return failed(`Failed to ${act} ${name}: Unit ${name} not found.\n`, 5)
  }
  if (who.uid !== 0) {
    if (isFile) return unauthorised(`Failed to ${act} unit`)
    return failed(
      `Failed to ${act} ${name}: Interactive authentication required.\nSee system logs and 'systemctl status ${name}' for details.\n`,
    )
  }
  if (act === 'mask' || act === 'unmask')
    return failed(`systemctl: ${act} is not acted out in this world. Use stop and disable.\n`)
  const isFalco = falcoUnitOn(host)?.name === unit.name
  if (isFile) {
    const done = act === 'enable' ? enable(context, unit) : disable(context, unit)
    if (now && isFalco) actOnFalco(world, host, unit, act === 'enable' ? 'start' : 'stop')
    return done
  }
  if (!isFalco) {
    // They take changed files at once, so there is nothing to be done.
    return act === 'stop' ? notActedOut(name) : succeeded
  }
  const state = falcoService(world, host)
  const isUp = state?.active === 'active'
  if (act === 'reload' && !isUp) return failed(`${unit.name} is not active, cannot reload.\n`)
  if (act === 'try-restart' && !isUp) return succeeded
  actOnFalco(world, host, unit, falcoAct(act, isUp))
  return succeeded
}

function falcoAct(act: string, isUp: boolean): FalcoAct {
  if (act === 'reload-or-restart') return isUp ? 'reload' : 'restart'
  return act === 'start' || act === 'stop' || act === 'reload' ? act : 'restart'
}

function notActedOut(name: string): Result {
  return failed(
    `systemctl: ${name} is not acted out in this world. Services other than falco take changed files at once.\n`,
  )
}

function catOf(typed: string, { host }: CommandContext): Result {
  const unit = unitOn(host, typed)
  if (!unit) return failed(`No files found for ${unitName(typed)}.\n`)
  return said(`# ${unit.path}\n${unit.text}`)
}

type Found = ReturnType<typeof stateOn>

function answers(
  names: readonly string[],
  { host, world }: CommandContext,
  word: (state: Found) => string,
  code: (word: string) => number,
  quiet: boolean,
): Result {
  const words = names.map(name => word(stateOn(world, host, name)))
  const codes = words.map(code)
  return {
    stdout: quiet ? '' : words.map(each => `${each}\n`).join(''),
    stderr: '',
    exitCode: codes.includes(0) ? 0 : (codes[0] ?? 0),
  }
}

function enabledAnswers(names: readonly string[], { host }: CommandContext, quiet: boolean): Result {
  return names
    .map((name): Result => {
      const unit = unitOn(host, name)
      if (!unit) {
        if (unknownUnits.has(unitName(name))) return notActedOut(unitName(name))
        return failed(`Failed to get unit file state for ${unitName(name)}: No such file or directory\n`)
      }
      const word = unitName(name) === unit.name ? (isEnabled(host, unit) ? 'enabled' : 'disabled') : 'alias'
      return said(quiet ? '' : `${word}\n`, word === 'disabled' ? 1 : 0)
    })
    .reduce((a, b) => ({
      stdout: a.stdout + b.stdout,
      stderr: a.stderr + b.stderr,
      exitCode: Math.min(a.exitCode, b.exitCode),
    }))
}

function shown(typed: string, { host, world }: CommandContext, only: string | undefined, plain: boolean): Result {
  const unit = unitOn(host, typed)
  const { active, sub, pid } = stateOn(world, host, typed)
  const properties: readonly (readonly [string, string])[] = [
    ['MainPID', String(pid ?? 0)],
    ['Id', unit?.name ?? unitName(typed)],
    ['Description', unit?.value('Description') ?? unitName(typed)],
    ['LoadState', unit ? 'loaded' : 'not-found'],
    ['ActiveState', active],
    ['SubState', sub],
    ...(unit
      ? ([
          ['FragmentPath', unit.path],
          ['UnitFileState', isEnabled(host, unit) ? 'enabled' : 'disabled'],
        ] as const)
      : []),
  ]
  const wanted = only?.split(',')
  return said(
    properties
      .filter(([name]) => !wanted || wanted.includes(name))
      .map(([name, value]) => `${plain ? '' : `${name}=`}${value}\n`)
      .join(''),
  )
}

function listed(act: string, { host, world }: CommandContext, options: ReadonlyMap<string, string>): Result {
  const type = options.get('t')
  const units = type === undefined || type.split(',').includes('service') ? unitsOn(host) : []
  if (act === 'list-unit-files') {
    const rows = units.map(unit => [unit.name, isEnabled(host, unit) ? 'enabled' : 'disabled', 'enabled'])
    return table([['UNIT FILE', 'STATE', 'PRESET'], ...rows], `\n${rows.length} unit files listed.\n`, options)
  }
  const wanted = options.has('failed') ? 'failed' : options.get('state')
  const rows = units
    .map(unit => ({ unit, ...stateOn(world, host, unit.name) }))
    .filter(({ active, sub }) =>
      wanted === undefined
        ? options.has('a') || active !== 'inactive'
        : [active, sub].some(word => wanted.split(',').includes(word)),
    )
    .map(({ unit, active, sub }) => [unit.name, 'loaded', active, sub, descriptionOf(unit)])
  const foot =
    '\nLegend: LOAD   → Reflects whether the unit definition was properly loaded.\n' +
    '        ACTIVE → The high-level unit activation state, i.e. generalization of SUB.\n' +
    '        SUB    → The low-level unit activation state, values depend on unit type.\n\n' +
    `${rows.length} loaded units listed.\n`
  return table([['UNIT', 'LOAD', 'ACTIVE', 'SUB', 'DESCRIPTION'], ...rows], foot, options, '  ')
}

function descriptionOf(unit: Unit): string {
  return titleOf(unit).slice(titleOf(unit) === unit.name ? 0 : unit.name.length + 3)
}

function table(
  rows: readonly (readonly string[])[],
  foot: string,
  options: ReadonlyMap<string, string>,
  indent = '',
): Result {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)))
  const lines = rows.map(row =>
    `${indent}${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' ')}`.trimEnd(),
  )
  const bare = options.has('no-legend')
  return said(`${(bare ? lines.slice(1) : lines).map(line => `${line}\n`).join('')}${bare ? '' : foot}`)
}
