import { bytesFromText, textFromBytes } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { countOf } from '../count.ts'
import { textOf } from '../lines.ts'
import { curly, quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

const long = {
  'lines=': 'n',
  'bytes=': 'c',
  follow: 'f',
  'follow=': 'f',
  quiet: 'q',
  silent: 'q',
  verbose: 'v',
  'zero-terminated': 'z',
  'pid=': 'pid',
  retry: 'retry',
  'sleep-interval=': 's',
}

export const tail: Command = async (args, context) => {
  const modern = args.map((arg, index) =>
    index === 0 && /^[-+]\d+f?$/.test(arg)
      ? `-n${arg.startsWith('+') ? arg.replace('f', '') : arg.slice(1).replace('f', '')}`
      : arg,
  )
  const given = optionsOf('tail', modern, { letters: 'fFqvz', valued: 'ncs', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const bytes = options.has('c')
  const wanted = options.get('c') ?? options.get('n') ?? '10'
  const count = countOf(wanted)
  if (count === undefined) return failed(`tail: invalid number of ${bytes ? 'bytes' : 'lines'}: ${curly(wanted)}\n`)
  const from = wanted.startsWith('+')
  const end = options.has('z') ? '\0' : '\n'
  const paths = given.rest.length > 0 ? given.rest : ['-']
  const titles = options.has('v') || (paths.length > 1 && !options.has('q'))
  let exitCode = 0
  let first = true
  for (const path of paths) {
    const text = await textOf(context, path)
    const title = titles ? `${first ? '' : '\n'}==> ${path === '-' ? 'standard input' : path} <==\n` : ''
    if (refused(text)) {
      exitCode = 1
      if (text.errno === 'EISDIR') {
        await context.stdout.write(title)
        first = false
        await context.stderr.write(`tail: error reading ${quoteName(path)}: Is a directory\n`)
      } else await context.stderr.write(`tail: cannot open ${quoteName(path)} for reading: ${sentence(text.errno)}\n`)
      continue
    }
    await context.stdout.write(title + (bytes ? lastBytes(text, count, from) : lastLines(text, count, from, end)))
    first = false
  }
  const [only] = paths
  if ((options.has('f') || options.has('F')) && only !== undefined && only !== '-' && context.stdout.tty)
    await follow(context, only)
  return { stdout: '', stderr: '', exitCode }
}

/** Shows what is added, for an hour of the world at most. Only a person at the terminal can be waiting for it. */
async function follow(context: CommandContext, path: string): Promise<void> {
  let shown = sizeOf(context, path)
  for (let seconds = 0; seconds < 3600; seconds++) {
    await context.sleep(1000)
    await context.work(1)
    const text = context.files.read(context.at(path))
    if (refused(text)) continue
    if (text.length < shown) shown = 0
    if (text.length > shown) await context.stdout.write(text.slice(shown))
    shown = text.length
  }
}

function sizeOf(context: CommandContext, path: string): number {
  const text = context.files.read(context.at(path))
  return refused(text) ? 0 : text.length
}

function lastBytes(text: string, count: number, from: boolean): string {
  const all = bytesFromText(text)
  return textFromBytes(all.subarray(from ? Math.max(count - 1, 0) : Math.max(all.length - count, 0)))
}

function lastLines(text: string, count: number, from: boolean, end: string): string {
  const lines = text.split(end)
  const rest = lines.pop() ?? ''
  const all = [...lines.map(line => line + end), ...(rest === '' ? [] : [rest])]
  return all.slice(from ? Math.max(count - 1, 0) : Math.max(all.length - count, 0)).join('')
}
