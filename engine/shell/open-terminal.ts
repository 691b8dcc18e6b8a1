import { passTime } from '../cluster/services/falco-service.ts'
import type { World } from '../cluster/world.ts'
import { loginEnvironment } from './commands/login-environment.ts'
import { complete } from './complete/complete.ts'
import { identityOf } from './files/accounts.ts'
import { refused } from './files/errno.ts'
import { openFiles } from './files/files.ts'
import { withHistory } from './history-expansion.ts'
import { leaveOf } from './interpreter/leave.ts'
import { writeOut } from './interpreter/redirect.ts'
import { ending, runPiece } from './interpreter/run.ts'
import { complain, type Newcomer, type Shell } from './interpreter/shell.ts'
import { createMeter, limited } from './limits.ts'
import { createSession } from './session.ts'
import { restoreShell, shellState } from './shell-state.ts'
import { readCommands } from './syntax/read-commands.ts'
import type { Ended, Prompt, ShellState, Terminal, TerminalIo, TerminalOptions } from './terminal.ts'

/** What may be typed or pasted at once, in characters. */
const lineAtMost = 262_144
const historyAtMost = 1000

/** A shell on the stack, or the remembered state that it is made from when it is first needed. */
type Front =
  | { readonly shell: Shell; readonly remembered?: undefined }
  | { readonly remembered: ShellState; readonly shell?: undefined }

/** Opens a terminal on a world: as `candidate` on `base`, or where an earlier state left off. */
export function openTerminal({ world, seed, state }: TerminalOptions): Terminal {
  const session = createSession(world, [...(state?.history ?? [])])
  let shellsMade = state?.shells.length ?? 0
  const nextSeed = () => (seed + shellsMade++ * 7919) >>> 0
  const stack: Front[] = (state?.shells ?? [freshState(world, 'base', 'candidate', nextSeed())]).map(remembered => ({
    remembered,
  }))

  const wake = async (): Promise<Shell> => {
    const front = stack.at(-1)
    if (front?.shell) return front.shell
    const remembered = front?.remembered ?? freshState(world, 'base', 'candidate', nextSeed())
    const shell = await restoreShell(session, remembered)
    stack[Math.max(stack.length - 1, 0)] = { shell }
    return shell
  }

  const push = async (newcomer: Newcomer): Promise<void> => {
    const remembered = freshState(world, newcomer.host, newcomer.user, nextSeed(), newcomer)
    stack.push({ remembered })
    await wake()
  }

  /** Ends the front shell; true when it was the last. */
  const pop = async (shell: Shell, code: number): Promise<boolean> => {
    session.meter.print(shell.shopt.has('login_shell') ? 'logout\n' : 'exit\n')
    stack.pop()
    if (stack.length === 0) {
      stack.push({ shell })
      return true
    }
    const outer = await wake()
    if (outer.host !== shell.host) await outer.fds.get(2)?.sink?.write(`Connection to ${shell.host.name} closed.\n`)
    outer.lastExit = code
    return false
  }

  const run = async (text: string, io: TerminalIo): Promise<Ended> => {
    session.meter = createMeter(io, milliseconds => {
      // Services notice changed files before time goes on.
      writeOut(session)
      passTime(world)
      world.clock += milliseconds
      passTime(world)
    })
    passTime(world)
    session.asks = {}
    session.temporary.clear()
    let closed = false
    let how: Ended['how'] = 'finished'
    try {
      if (text.length > lineAtMost)
        throw limited('Stopped: more than 256 KiB of commands at once do not fit in this terminal.')
      const first = await wake()
      const entered = withHistory(text.replace(/\r\n?/g, '\n'), session.history)
      if ('problem' in entered) {
        await complain(first, entered.problem)
        first.lastExit = 1
      } else {
        if (entered.changed) session.meter.print(`${entered.text}\n`)
        for (const piece of readCommands(entered.text)) {
          const shell = await wake()
          remember(session.history, piece.text)
          if ('message' in piece) {
            await complain(shell, piece.message)
            shell.lastExit = 2
            continue
          }
          const code = await runLine(shell, () => runPiece(shell, piece.script, 0))
          writeOut(session)
          passTime(world)
          if (code !== undefined) closed = await pop(shell, code)
          if (session.asks.push) {
            const newcomer = session.asks.push
            delete session.asks.push
            await push(newcomer)
          }
          if (closed) break
        }
      }
    } catch (thrown) {
      const leave = leaveOf(thrown)
      if (leave?.leave !== 'interrupted' && leave?.leave !== 'limited') throw thrown
      how = leave.leave
      if (leave.leave === 'limited') io.out(`\n${leave.sentence}\n`)
    }
    writeOut(session)
    session.unwritten.clear()
    passTime(world)
    const shell = stack.at(-1)?.shell
    const stopped = how === 'finished' ? undefined : how === 'interrupted' ? 130 : 137
    if (shell && stopped !== undefined) {
      shell.lastExit = stopped
      settle(shell)
    }
    return {
      // It may have been stopped before the shell in front was awake.
      exitCode: stopped ?? shell?.lastExit ?? 0,
      how,
      ...(session.asks.open ? { open: session.asks.open } : {}),
      ...(session.asks.clear ? { clear: true } : {}),
      ...(closed ? { closed: true } : {}),
    }
  }

  return {
    run,
    prompt: () => promptOf(stack.at(-1)),
    needsMore: text => {
      const last = [...readCommands(text.replace(/\r\n?/g, '\n'))].at(-1)
      return last !== undefined && ('message' in last ? last.incomplete : last.open === true)
    },
    complete: (line, cursor) => {
      const front = stack.at(-1)
      const place = front?.shell ?? front?.remembered
      return complete(session, place, line, cursor)
    },
    state: () => ({
      shells: stack.map(front => front.remembered ?? shellState(front.shell)),
      history: [...session.history],
    }),
  }
}

/** Runs one line in an interactive shell; the exit code when the line ended the shell. */
async function runLine(shell: Shell, work: () => Promise<void>): Promise<number | undefined> {
  try {
    await work()
  } catch (thrown) {
    const leave = leaveOf(thrown)
    if (leave?.leave === 'exit') return ending(shell, () => Promise.reject(thrown))
    if (leave?.leave === 'return') shell.lastExit = leave.code
    else if (leave?.leave === 'broken-pipe') shell.lastExit = 141
    else if (leave?.leave !== 'break' && leave?.leave !== 'continue') throw thrown
  }
  return undefined
}

/** After a line was cut off: the counters of what it was in the middle of start again. */
function settle(shell: Shell): void {
  shell.loops = 0
  shell.unchecked = 0
  shell.calls = []
  shell.depth = 0
}

function remember(history: string[], line: string): void {
  const text = line.trimEnd()
  if (text === '' || text.startsWith(' ') || history.at(-1) === text) return
  history.push(text)
  if (history.length > historyAtMost) history.splice(0, history.length - historyAtMost)
}

function promptOf(front: Front | undefined): Prompt {
  const { host, user, cwd, home } = front?.shell
    ? {
        host: front.shell.host.name,
        user: front.shell.who.name,
        cwd: front.shell.cwd,
        home: front.shell.vars.get('HOME')?.value,
      }
    : {
        host: front?.remembered?.host ?? 'base',
        user: front?.remembered?.user ?? 'candidate',
        cwd: front?.remembered?.cwd ?? '/',
        home: front?.remembered?.env.HOME,
      }
  const short = home && (cwd === home || cwd.startsWith(`${home}/`)) ? `~${cwd.slice(home.length)}` : cwd
  return { user, host, cwd: short, sign: user === 'root' ? '#' : '$' }
}

/** A shell that has not run anything yet: its start-up files are read when it wakes. */
function freshState(world: World, hostName: string, user: string, seed: number, newcomer?: Newcomer): ShellState {
  const host = world.hosts.get(hostName)
  const who = host ? identityOf(host, user) : undefined
  const login = newcomer?.kind !== 'plain'
  const env = new Map(newcomer?.env ?? (who ? loginEnvironment(who) : []))
  const home = who?.home ?? '/'
  const cwd = newcomer?.cwd ?? home
  const startUp = login ? [`shopt -s login_shell`, `. ~/.profile`] : ['. ~/.bashrc']
  const there =
    host && who
      ? startUp.filter(
          line => !line.startsWith('. ') || !refused(openFiles(world, host, who).read(`${home}/${line.slice(4)}`)),
        )
      : []
  return {
    host: hostName,
    user,
    cwd,
    env: Object.fromEntries(env),
    exported: [...env.keys()],
    preamble: [
      'shopt -s expand_aliases',
      'set -o histexpand',
      'set -o history',
      'set -o monitor',
      'set -o emacs',
      `RANDOM=${seed}`,
      ...there,
    ]
      .map(line => `${line}\n`)
      .join(''),
    functions: {},
    lastExit: 0,
  }
}
