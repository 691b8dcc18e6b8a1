import { Bash, type CommandName } from 'just-bash'
import { bytesFromText, textFromBytes } from '../../cluster/bytes.ts'
import type { Command, CommandContext, Result } from '../commands/command.ts'
import { foreignFiles } from './foreign-files.ts'

/** Programs that just-bash does as the real ones do, or nearly. What it does otherwise has a folder in `commands/`. */
const offered =
  'column comm expand expr file fold gunzip gzip join jq md5sum nl paste rev sha1sum split strings tac tar unexpand yq zcat'

export const toolNames: readonly string[] = offered.split(' ')

const limits = {
  maxCommandCount: 10,
  maxLoopIterations: 10_000,
  maxAwkIterations: 50_000,
  maxSedIterations: 50_000,
  maxJqIterations: 50_000,
  maxStringLength: 8 * 1024 * 1024,
  maxOutputSize: 8 * 1024 * 1024,
  maxExecutionTimeMs: 5_000,
}

/** A program of just-bash's as a command of ours: bytes in, bytes out, the world's files and none other. */
export function tool(name: string): Command {
  return async (args, context): Promise<Result> => {
    const reads = context.stdin.tty ? '' : await context.input()
    await context.work(reads.length * 4)
    const bash = new Bash({
      fs: foreignFiles(context, `/usr/bin/${name}`),
      cwd: context.cwd,
      env: {},
      commands: [name as CommandName],
      defenseInDepth: false,
      executionLimitProfile: 'hardened',
      executionLimits: limits,
    })
    const done = await bash.exec(name, {
      args: [...atItsTime(name, args, context)],
      cwd: context.cwd,
      env: { ...Object.fromEntries(context.env), TZ: 'UTC', PATH: '/usr/bin' },
      replaceEnv: true,
      rawScript: true,
      stdin: latin1(bytesFromText(reads)),
      stdinKind: 'bytes',
    })
    return {
      stdout: done.stdoutKind === 'bytes' ? textFromBytes(fromLatin1(done.stdout)) : done.stdout,
      stderr: done.stderr,
      exitCode: done.exitCode,
    }
  }
}

/** jq's `now` is the world's time, not the machine's: outside strings the word gives way to the number. */
function atItsTime(name: string, args: readonly string[], context: CommandContext): readonly string[] {
  if (name !== 'jq') return args
  const seconds = String(context.world.clock / 1000)
  return args.map(arg =>
    arg.startsWith('-')
      ? arg
      : arg.replace(/"(?:\\.|[^"\\])*"|(?<![.$\w])now\b/g, found => (found === 'now' ? seconds : found)),
  )
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0xff
  return bytes
}
