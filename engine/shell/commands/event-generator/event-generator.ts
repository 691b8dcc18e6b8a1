import { fire } from '../../../cluster/events/events-between.ts'
import type { ActionScope, SuspiciousAction } from '../../../validation/falco/events/suspicious/action.ts'
import { shorthandsOf, suspiciousActions } from '../../../validation/falco/events/suspicious/fire.ts'
import { compileExtended } from '../../regex/posix.ts'
import { type Command, type CommandContext, failed, type Result, said, succeeded } from '../command.ts'
import { optionsOf } from '../options.ts'
import { pauseOf } from './pause.ts'

const usage = `Make the host do what an intruder would do, to see which rules of Falco alert.

Usage:
  event-generator list [regexp]          List the actions.
  event-generator run [regexp] [flags]   Run the actions whose names fit, all of them without a regexp.

Flags of run:
  --loop               Start again at the end, until Ctrl+C.
  --sleep <time>       How long to wait after each action, such as 1s or 500ms. Default: 100ms.
  --container <name>   Let it happen in a container of this name, in place of the host.
  --image <image>      The container's image. Default: docker.io/library/nginx:1.29.
  --pod <name>         The container's Pod.
  --namespace <name>   The Pod's namespace. Default: default.
  --privileged         The container is privileged.
`

/** A loop ends after so many actions. */
const actionsAtMost = 600

/** `event-generator`: puts the events of suspicious actions into what happens on the host, where Falco sees them. */
export const eventGenerator: Command = (args, context) => {
  if (context.host.files.get('/usr/bin/event-generator') === undefined)
    return failed('bash: event-generator: command not found\n', 127)
  const long = {
    loop: 'loop',
    'sleep=': 's',
    all: 'all',
    help: 'h',
    privileged: 'privileged',
    'container=': 'c',
    'image=': 'i',
    'pod=': 'p',
    'namespace=': 'n',
  }
  const given = optionsOf('event-generator', args, { letters: 'h', valued: 'n', long })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const [act, pattern, more] = rest
  if (act === undefined || act === 'help' || options.has('h')) return said(usage)
  if (act !== 'list' && act !== 'run') return failed(`Error: unknown command "${act}" for "event-generator"\n${usage}`)
  if (more !== undefined) return failed(`Error: accepts at most 1 arg(s), received ${rest.length - 1}\n`)
  const chosen = fitting(pattern)
  if ('problem' in chosen) return failed(`Error: error parsing regexp: ${chosen.problem}\n`)
  if (act === 'list') return said(listOf(chosen.actions))
  const pause = pauseOf(options.get('s') ?? '100ms')
  if (pause === undefined) return failed(`Error: invalid argument "${options.get('s')}" for "--sleep" flag\n`)
  return run(chosen.actions, scopeOf(options), pause, options.has('loop'), context)
}

const shownName = ({ name }: SuspiciousAction) => `syscall.${name}`

/** The actions whose names a regular expression fits somewhere. */
function fitting(
  pattern: string | undefined,
): { readonly actions: readonly SuspiciousAction[] } | { readonly problem: string } {
  if (pattern === undefined) return { actions: suspiciousActions() }
  const regex = compileExtended(pattern, false)
  if ('problem' in regex) return regex
  return { actions: suspiciousActions().filter(action => regex.test(shownName(action))) }
}

function listOf(actions: readonly SuspiciousAction[]): string {
  const width = Math.max(...actions.map(action => shownName(action).length), 0) + 2
  return actions.map(action => `${shownName(action).padEnd(width)}${action.meaning}\n`).join('')
}

function scopeOf(options: ReadonlyMap<string, string>): ActionScope {
  const name = options.get('c')
  if (name === undefined) return { where: 'host' }
  const pod = options.get('p')
  return {
    where: 'container',
    name,
    image: options.get('i') ?? 'docker.io/library/nginx:1.29',
    ...(pod !== undefined && { pod, ns: options.get('n') ?? 'default' }),
    privileged: options.has('privileged'),
  }
}

async function run(
  actions: readonly SuspiciousAction[],
  scope: ActionScope,
  pause: number,
  loops: boolean,
  { world, host, stderr, sleep }: CommandContext,
): Promise<Result> {
  const possible = actions.filter(({ where }) => where.includes(scope.where))
  if (possible.length === 0) {
    const hint =
      actions.length === 0 ? '' : ` ${scope.where === 'host' ? 'in a container: give --container' : 'on the host only'}`
    return failed(`Error: no matching actions${hint === '' ? '' : `: they happen${hint}`}\n`)
  }
  for (let done = 0; loops ? done < actionsAtMost : done < possible.length; done++) {
    const action = possible[done % possible.length]
    if (!action) break
    for (const shorthand of shorthandsOf(action, scope)) fire(world, host.name, shorthand)
    await stderr.write(`INFO ${action.meaning.padEnd(70)} action=${shownName(action)}\n`)
    await sleep(Math.max(pause, 10))
  }
  if (loops) await stderr.write(`Stopped after ${actionsAtMost} actions.\n`)
  return succeeded
}
