import { isEnabled, unitName, unitOn } from '../../../cluster/services/units.ts'
import { type CommandContext, failed, type Result, said } from '../command.ts'
import { notActedOut } from './change-unit.ts'
import { stateOn, unknownUnits } from './unit-state.ts'

type Found = ReturnType<typeof stateOn>

/** A word for each unit; 0 when one of them is as asked. */
export function answers(
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

/** Whether each unit starts with the host. */
export function enabledAnswers(names: readonly string[], { host }: CommandContext, quiet: boolean): Result {
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

/** What `systemctl show` tells of a unit. */
export function shown(
  typed: string,
  { host, world }: CommandContext,
  only: string | undefined,
  plain: boolean,
): Result {
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

/** What `systemctl cat` prints. */
export function catOf(typed: string, { host }: CommandContext): Result {
  const unit = unitOn(host, typed)
  if (!unit) return failed(`No files found for ${unitName(typed)}.\n`)
  return said(`# ${unit.path}\n${unit.text}`)
}
