import type { FalcoEvent } from '../../event.ts'
import { readFalcoEvent } from '../read-event.ts'
import type { ActionScope, Shorthand, SuspiciousAction } from './action.ts'
import { fileActions } from './file-actions.ts'
import { kernelActions } from './kernel-actions.ts'
import { networkActions } from './network-actions.ts'
import { programActions } from './program-actions.ts'

/** Every action that can be fired, sorted by name. */
export function suspiciousActions(): readonly SuspiciousAction[] {
  return all
}

const all: readonly SuspiciousAction[] = [
  ...fileActions,
  ...programActions,
  ...kernelActions,
  ...networkActions,
].toSorted((a, b) => (a.name < b.name ? -1 : 1))

/**
 * The events of an action, in order, each told in full. None when the action makes no sense there: ask `where` first.
 * They have no time: whoever fires them gives it.
 */
export function fireAction(action: SuspiciousAction, scope: ActionScope): readonly FalcoEvent[] {
  return shorthandsOf(action, scope).flatMap(shorthand => readFalcoEvent(shorthand).value ?? [])
}

/** The same as a lab's author would write it. */
export function shorthandsOf({ where, events }: SuspiciousAction, scope: ActionScope): readonly Shorthand[] {
  if (!where.includes(scope.where)) return []
  return events.map(event => {
    const ancestors = [...(event.ancestors ?? []), ...rootsOf(scope, event.tty === true)]
    return { ...usual, ...settingsOf(scope), ...event, ancestors }
  })
}

const usual = { user: 'root', tty: false, cwd: '/', loginuid: -1 }

function settingsOf(scope: ActionScope): Shorthand {
  if (scope.where === 'host') return {}
  const { name, image, pod, ns, privileged = false } = scope
  return {
    container: name,
    image,
    privileged,
    ...(pod === undefined ? {} : { pod }),
    ...(ns === undefined ? {} : { ns }),
  }
}

function rootsOf({ where }: ActionScope, hasTerminal: boolean): readonly string[] {
  if (where === 'container') return ['containerd-shim', 'systemd']
  return hasTerminal ? ['sshd', 'systemd'] : ['systemd']
}
