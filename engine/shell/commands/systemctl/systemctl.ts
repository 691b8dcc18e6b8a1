import { passTime } from '../../../cluster/services/falco-service.ts'
import { type Command, failed, type Result, said, succeeded } from '../command.ts'
import { optionsOf } from '../options.ts'
import { answers, catOf, enabledAnswers, shown } from './answers.ts'
import { changeAll, changing, unauthorised } from './change-unit.ts'
import { listed } from './list-units.ts'
import { statusOf } from './status.ts'

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
