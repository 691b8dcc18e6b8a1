import { z } from 'zod'
import { type FileNode, treeBase } from '../../cluster/file-tree.ts'
import { createWorld, type WorldBase } from '../../cluster/world.ts'
import { builtins } from '../../shell/builtins/builtins.ts'
import { notSimulatedNames } from '../../shell/commands/not-simulated.ts'
import { identityOf } from '../../shell/files/accounts.ts'
import { leaveOf } from '../../shell/interpreter/leave.ts'
import { newShell } from '../../shell/interpreter/new-shell.ts'
import { writeOut } from '../../shell/interpreter/redirect.ts'
import { ending, runText } from '../../shell/interpreter/run.ts'
import { createMeter } from '../../shell/limits.ts'
import { createSession } from '../../shell/session.ts'
import { capture, sourceOf } from '../../shell/streams/stream.ts'
import { baseWorld } from '../../worlds/base-worlds.ts'
import { type Evaluator, type Line, shaped, undecided } from '../evaluator.ts'

const hostName = 'controlplane'
/** When the cases were recorded: Debian 12, 21 November 2026. */
const clock = Date.UTC(2026, 10, 21, 1, 15)

const shape = z.object({ user: z.string(), cwd: z.string(), script: z.string() })
const entry = z.object({
  path: z.string(),
  type: z.enum(['file', 'dir', 'link']),
  mode: z.string(),
  uid: z.int(),
  gid: z.int(),
  mtime: z.number(),
  content: z.string().optional(),
  target: z.string().optional(),
})

/** Scripts as `bash -c` runs them. */
export const shellCases = cases('a script for bash -c: what it prints, and how it ends', false)
/** Scripts typed at a prompt. */
export const shellCasesInteractive = cases('lines typed into bash: what they print, and how they end', true)

function cases(says: string, interactive: boolean): Evaluator {
  return {
    says,
    beside: ['world.json'],
    open(beside) {
      const base = worldOf(z.array(entry).parse(JSON.parse(beside('world.json'))))
      return shaped(shape, asked => run(asked, base, interactive))
    },
  }
}

async function run({ user, cwd, script }: z.infer<typeof shape>, base: WorldBase, interactive: boolean): Promise<Line> {
  const world = createWorld(base, clock)
  const host = world.hosts.get(hostName)
  const who = host && identityOf(host, user)
  if (!host || !who) return undecided(`There is no user ${user} in this world.`)
  const session = createSession(world, [])
  const outside = { out: () => undefined, sleep: async () => undefined, signal: { aborted: false } }
  session.meter = createMeter(outside, milliseconds => {
    world.clock += milliseconds
  })
  // Programs that the simulated hosts do not have.
  const lacking = new Set<string>()
  const known = session.command
  session.command = name => {
    const command = known(name)
    if ((!command && !Object.hasOwn(builtins, name)) || notSimulatedNames.includes(name)) lacking.add(name)
    return command
  }
  const [stdout, stderr] = [capture(), capture()]
  const fds = new Map([
    [0, { source: sourceOf('') }],
    [1, { sink: stdout }],
    [2, { sink: stderr }],
  ])
  const shell = newShell(session, { host, who, env: environment(user, who.home), cwd, fds, umask: 0o022, random: 1 })
  if (interactive) {
    shell.interactive = true
    shell.voice = { name: 'bash', lines: false }
    shell.shopt.add('expand_aliases')
  }
  try {
    const exit = await ending(shell, () => runText(shell, script))
    writeOut(session)
    return { stdout: stdout.text(), stderr: stderr.text(), exit, lacking: [...lacking] }
  } catch (thrown) {
    const leave = leaveOf(thrown)
    if (leave?.leave === 'limited') return undecided(leave.sentence)
    throw thrown
  }
}

function environment(user: string, home: string): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries({ HOME: home, USER: user, LOGNAME: user, SHELL: '/bin/bash' }),
    ...Object.entries({ PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' }),
    ...Object.entries({ TZ: 'UTC', COLUMNS: '80', TERM: 'xterm' }),
  ])
}

/** The recorded files, and beside them the programs of our own hosts. */
function worldOf(entries: readonly z.infer<typeof entry>[]): WorldBase {
  const ours = baseWorld('two-node')?.get(hostName)?.nodes ?? new Map<string, FileNode>()
  const programs = [...ours].filter(([path]) => /^\/(?:usr|bin|sbin|lib\w*|dev|proc|sys|run)(?:\/|$)/.test(path))
  const recorded = entries.map(it => [it.path, nodeOf(it)] as const)
  return new Map([[hostName, treeBase([...programs, ...recorded])]])
}

function nodeOf({ type, mode, uid, gid, mtime, content = '', target = '' }: z.infer<typeof entry>): FileNode {
  const owned = { mode: Number.parseInt(mode, 8), uid, gid, mtime: mtime * 1000 }
  if (type === 'dir') return { kind: 'directory', ...owned }
  return type === 'link' ? { kind: 'link', target, ...owned } : { kind: 'file', content, ...owned }
}
