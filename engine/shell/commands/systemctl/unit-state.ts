import { falcoService, falcoUnitOn, restarts } from '../../../cluster/services/falco-service.ts'
import { unitName, unitOn } from '../../../cluster/services/units.ts'
import type { Host, World } from '../../../cluster/world.ts'

/** Services that a real host has besides, and of which nothing is known here. */
export const unknownUnits: ReadonlySet<string> = new Set(
  'apparmor auditd chrony cron dbus docker etcd kube-apiserver networking nginx postfix rsyslog snapd ssh sshd systemd-journald systemd-networkd systemd-resolved systemd-timesyncd systemd-udevd ufw'
    .split(' ')
    .map(unitName),
)

/** How a unit is: systemd's two words, and more where it is known. */
export interface UnitState {
  readonly active: string
  readonly sub: string
  readonly pid?: number
  /** Milliseconds since 1970. */
  readonly since?: number
}

/** Falco's service is as it was left; what else has a unit file runs; what has none does not. */
export function stateOn(world: World, host: Host, typed: string): UnitState {
  const unit = unitOn(host, typed)
  if (!unit) return { active: 'inactive', sub: 'dead' }
  const falco = falcoUnitOn(host)?.name === unit.name ? falcoService(world, host) : undefined
  if (!falco) return { active: 'active', sub: 'running' }
  const { active, pid, since } = falco
  if (active === 'active') return { active, sub: 'running', pid, since }
  if (active === 'inactive') return { active, sub: 'dead', since }
  return restarts(unit) ? { active: 'activating', sub: 'auto-restart', since } : { active, sub: 'failed', since }
}
