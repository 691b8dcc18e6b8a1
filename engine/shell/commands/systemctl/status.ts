import { falcoService, falcoUnitOn } from '../../../cluster/services/falco-service.ts'
import { isEnabled, titleOf, unitName, unitOn } from '../../../cluster/services/units.ts'
import { strftime } from '../../files/strftime.ts'
import { type CommandContext, failed, type Result } from '../command.ts'
import { journalOf } from '../journalctl/journal-of.ts'
import { shortLine } from '../journalctl/short-line.ts'
import { stateOn, unknownUnits } from './unit-state.ts'

/** What `systemctl status` prints of a unit, with the last lines of its journal. */
export function statusOf(typed: string, { world, host }: CommandContext, lines: number): Result {
  const name = unitName(typed)
  const unit = unitOn(host, typed)
  if (!unit) {
    if (unknownUnits.has(name)) return failed(`systemctl: ${name} is not acted out in this world.\n`)
    return failed(`Unit ${name} could not be found.\n`, 4)
  }
  const isFalco = falcoUnitOn(host)?.name === unit.name
  const { active, sub, pid, since } = stateOn(world, host, typed)
  const failedBefore = falcoService(world, host)?.active === 'failed' && isFalco
  const result = failedBefore ? `${sub === 'auto-restart' ? 'auto-restart' : ''}` : ''
  const words = failedBefore
    ? `${active}${result === '' ? '' : ` (${result})`} (Result: exit-code)`
    : `${active} (${sub})`
  const program = (unit.value('ExecStart') ?? '').split(/\s+/)[0] ?? ''
  const enabled = isEnabled(host, unit) ? 'enabled' : 'disabled'
  const head = [
    `${active === 'active' ? '●' : failedBefore ? '×' : '○'} ${titleOf(unit)}`,
    `     Loaded: loaded (${unit.path}; ${enabled}; preset: enabled)`,
    `     Active: ${words}${since === undefined ? '' : ` since ${strftime('%a %Y-%m-%d %H:%M:%S UTC', since)}; ${ago(world.clock - since)}`}`,
    ...(unit.value('Documentation') ? [`       Docs: ${unit.value('Documentation')}`] : []),
    ...(failedBefore
      ? [
          `    Process: ${falcoService(world, host)?.pid} ExecStart=${unit.value('ExecStart')} (code=exited, status=1/FAILURE)`,
        ]
      : []),
    ...(pid === undefined ? [] : [`   Main PID: ${pid} (${program.slice(program.lastIndexOf('/') + 1)})`]),
    ...(pid === undefined
      ? []
      : [`     CGroup: /system.slice/${unit.name}`, `             └─${pid} ${unit.value('ExecStart')}`]),
  ]
  const journal = isFalco ? journalOf(world, host).filter(line => line.unit === unit.name) : []
  const last = lines > 0 ? journal.slice(-lines).map(line => shortLine(line, host.name)) : []
  const stdout = `${head.join('\n')}\n${last.length > 0 ? `\n${last.join('')}` : ''}`
  return { stdout, stderr: '', exitCode: active === 'active' ? 0 : 3 }
}

/** `2h 5min ago`. */
function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ]
  if (days > 0) return `${days} day${days === 1 ? '' : 's'} ago`
  if (hours > 0) return `${hours}h ${minutes}min ago`
  if (minutes > 0) return `${minutes}min ${seconds % 60}s ago`
  return `${seconds}s ago`
}
