import { isEnabled, titleOf, type Unit, unitsOn } from '../../../cluster/services/units.ts'
import { type CommandContext, type Result, said } from '../command.ts'
import { stateOn } from './unit-state.ts'

/** What `systemctl list-units` and `list-unit-files` print: services, since no other units are acted out. */
export function listed(act: string, { host, world }: CommandContext, options: ReadonlyMap<string, string>): Result {
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
