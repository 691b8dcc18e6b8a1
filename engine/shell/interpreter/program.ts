import { baseName } from '../../cluster/file-tree.ts'
import { builtins, programsToo } from '../builtins/builtins.ts'
import type { CommandContext, RunAs, ShellAs } from '../commands/command.ts'
import { refused, sentence } from '../files/errno.ts'
import { nowhere, readAll, sourceOf } from '../streams/stream.ts'
import { newShell } from './new-shell.ts'
import { writeOut } from './redirect.ts'
import { ending, guardDepth, runText } from './run.ts'
import { absolute, complain, exportedOf, type Shell } from './shell.ts'
import { lookUp, nextRandom } from './values.ts'

const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Runs a program by its name or path in this shell's place; the exit code. */
export async function runProgram(shell: Shell, argv: readonly string[]): Promise<number> {
  const [name = '', ...args] = argv
  writeOut(shell.session)
  if (name.includes('/')) return runPath(shell, name, args)
  const command = shell.session.command(name)
  const path = lookUp(shell, 'PATH')
  if (command && path !== '') return runCommandNamed(shell, name, args)
  const found = scriptIn(shell, name, path ?? usualPath)
  if (found) return runPath(shell, found, args, name)
  await complain(shell, `${name}: command not found`)
  return 127
}

async function runCommandNamed(shell: Shell, name: string, args: readonly string[]): Promise<number> {
  const command = shell.session.command(name)
  if (!command) return 127
  const waits = shell.session.meter.step()
  if (waits) await waits
  const context = contextOf(shell, name)
  const result = await command(args, context)
  if (result.stderr !== '') await context.stderr.write(result.stderr)
  if (result.stdout !== '') {
    if (!shell.fds.get(1)?.sink) {
      await context.stderr.write(`${name}: write error: Bad file descriptor\n`)
      return 1
    }
    await context.stdout.write(result.stdout)
  }
  writeOut(shell.session)
  return result.exitCode & 0xff
}

function scriptIn(shell: Shell, name: string, path: string): string | undefined {
  if (name === '') return undefined
  for (const directory of path.split(':')) {
    const candidate = `${directory === '' ? '.' : directory}/${name}`
    const stat = shell.files.stat(absolute(shell, candidate))
    if (!refused(stat) && stat.kind === 'file' && shell.files.may(absolute(shell, candidate), 'x')) return candidate
  }
  return undefined
}

async function runPath(shell: Shell, path: string, args: readonly string[], named = path): Promise<number> {
  const at = absolute(shell, path)
  const stat = shell.files.stat(at)
  const name = baseName(at)
  const inBin = /^\/(usr\/)?(local\/)?s?bin\/[^/]+$/.test(at)
  if (refused(stat)) {
    if (stat.errno === 'ENOENT' && inBin && shell.session.command(name)) return runCommandNamed(shell, name, args)
    await complain(shell, `${path}: ${sentence(stat.errno)}`)
    return stat.errno === 'ENOENT' || stat.errno === 'ENOTDIR' ? (stat.errno === 'ENOTDIR' ? 126 : 127) : 126
  }
  if (stat.kind === 'directory') {
    await complain(shell, `${path}: Is a directory`)
    return 126
  }
  if (!shell.files.may(at, 'x')) {
    await complain(shell, `${path}: Permission denied`)
    return 126
  }
  const text = shell.files.read(at)
  if (!refused(text) && text.startsWith('\x7fELF')) {
    if (shell.session.command(name)) return runCommandNamed(shell, name, args)
    if (Object.hasOwn(builtins, name) && programsToo.has(name))
      return (await builtins[name]?.(shell, args, new Map())) ?? 127
    await shell.fds.get(2)?.sink?.write(`${name}: this program is not simulated here.\n`)
    return 127
  }
  if (refused(text)) {
    await shell.fds.get(2)?.sink?.write(`bash: ${path}: ${sentence(text.errno)}\n`)
    return 126
  }
  return runScript(shell, named === path ? path : at, text, args)
}

async function runScript(shell: Shell, path: string, text: string, args: readonly string[]): Promise<number> {
  const interpreter = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(text)
  const program = interpreter?.[1]
    ? baseName(interpreter[1] === '/usr/bin/env' ? (interpreter[2] ?? '') : interpreter[1])
    : 'bash'
  if (program !== 'bash' && program !== 'sh' && program !== 'dash') {
    if (interpreter && shell.session.command(program))
      return runCommandNamed(shell, program, [
        ...(interpreter[1] !== '/usr/bin/env' && interpreter[2] ? [interpreter[2]] : []),
        path,
        ...args,
      ])
    await complain(shell, `${path}: ${interpreter?.[1] ?? ''}: bad interpreter: No such file or directory`)
    return 126
  }
  const options = interpreter?.[2]?.startsWith('-') ? [interpreter[2].slice(1)] : []
  return runShell(shell, text, { name: path, positional: args, script: true, options })
}

/** Runs text in a new shell that inherits what is exported. */
async function runShell(shell: Shell, text: string, how: ShellAs): Promise<number> {
  const child = childFor(shell, how)
  child.name0 = how.name ?? 'bash'
  child.voice = { name: how.name ?? 'bash', lines: true, ...(how.script ? {} : { given: true as const }) }
  child.positional = [...(how.positional ?? [])]
  for (const letters of how.options ?? [])
    for (const letter of letters) if (optionNames[letter]) child.options.add(optionNames[letter])
  return ending(child, () => runText(child, text))
}

const optionNames: Readonly<Record<string, string>> = {
  e: 'errexit',
  u: 'nounset',
  x: 'xtrace',
  f: 'noglob',
  v: 'verbose',
}

function childFor(shell: Shell, how: RunAs): Shell {
  const who = how.who ?? shell.who
  const host = how.host ?? shell.host
  const child = newShell(shell.session, {
    host,
    who,
    env: how.env ?? exportedOf(shell),
    cwd: how.cwd ?? shell.cwd,
    fds: new Map(shell.fds),
    umask: shell.umask,
    random: shell.random,
  })
  child.depth = shell.depth + 1
  child.subshell = 0
  guardDepth(child)
  child.standsIn = shell.interactive || shell.standsIn
  if (how.stdin) child.fds.set(0, { source: how.stdin })
  if (how.stdout) child.fds.set(1, { sink: how.stdout })
  if (how.stderr) child.fds.set(2, { sink: how.stderr })
  return child
}

/** What a program may touch, as this shell starts it. */
export function contextOf(shell: Shell, name: string): CommandContext {
  const { session } = shell
  const stdin = shell.fds.get(0)?.source ?? sourceOf('')
  return {
    name,
    world: session.world,
    host: shell.host,
    who: shell.who,
    files: shell.files,
    cwd: shell.cwd,
    env: exportedOf(shell),
    umask: shell.umask,
    stdin,
    stdout: shell.fds.get(1)?.sink ?? nowhere,
    stderr: shell.fds.get(2)?.sink ?? nowhere,
    history: session.history,
    asks: session.asks,
    mayPush: shell.interactive || shell.standsIn,
    at: path => absolute(shell, path),
    input: () => readAll(stdin, session.meter.hold),
    work: characters => session.meter.work(characters),
    sleep: milliseconds => session.meter.sleep(milliseconds),
    random: () => nextRandom(shell) * 131_072 + nextRandom(shell) * 4 + (nextRandom(shell) & 3),
    run: async (argv, how = {}) => {
      const child = childFor(shell, how)
      child.voice = shell.voice
      if (how.env && !how.env.has('PWD')) child.vars.remove('PWD')
      const [first = '', ...args] = argv
      const program =
        !first.includes('/') && !session.command(first) && programsToo.has(first) ? builtins[first] : undefined
      return ending(child, async () => {
        child.lastExit = program ? await program(child, args, new Map()) : await runProgram(child, argv)
      })
    },
    shell: (text, how = {}) => runShell(shell, text, how),
    knows: wanted =>
      wanted.includes('/')
        ? !refused(shell.files.stat(absolute(shell, wanted))) || session.command(baseName(wanted)) !== undefined
        : session.command(wanted) !== undefined ||
          programsToo.has(wanted) ||
          scriptIn(shell, wanted, lookUp(shell, 'PATH') ?? usualPath) !== undefined,
    commandNames: () => session.commandNames(),
  }
}
