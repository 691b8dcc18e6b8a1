import { actOnFalco, type FalcoAct, falcoService, falcoUnitOn } from '../../../cluster/services/falco-service.ts'
import { unitName, unitOn } from '../../../cluster/services/units.ts'
import { type CommandContext, failed, type Result, succeeded } from '../command.ts'
import { disable, enable } from './enable.ts'
import { unknownUnits } from './unit-state.ts'

/** Acts that change something, and so need root. */
export const changing: readonly string[] = [
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

/** What a user who is not root is told. */
export function unauthorised(what: string): Result {
  return failed(`${what}: Interactive authentication required.\n`)
}

/** Does one act to several units. */
export function changeAll(act: string, names: readonly string[], context: CommandContext, now: boolean): Result {
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

/** What is said of a unit that a real host has, and of which nothing is known here. */
export function notActedOut(name: string): Result {
  return failed(
    `systemctl: ${name} is not acted out in this world. Services other than falco take changed files at once.\n`,
  )
}
