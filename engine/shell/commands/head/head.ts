import { bytesFromText, textFromBytes } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import { readUntil } from '../../streams/stream.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { countOf } from '../count.ts'
import { textOf } from '../lines.ts'
import { curly, quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

const long = { 'lines=': 'n', 'bytes=': 'c', quiet: 'q', silent: 'q', verbose: 'v', 'zero-terminated': 'z' }

export const head: Command = async (args, context) => {
  const modern = args.map((arg, index) => (index === 0 && /^-\d+$/.test(arg) ? `-n${arg.slice(1)}` : arg))
  const given = optionsOf('head', modern, { letters: 'qvz', valued: 'nc', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const bytes = options.has('c')
  const wanted = options.get('c') ?? options.get('n') ?? '10'
  const count = countOf(wanted)
  if (count === undefined) return failed(`head: invalid number of ${bytes ? 'bytes' : 'lines'}: ${curly(wanted)}\n`)
  const butLast = wanted.startsWith('-')
  const end = options.has('z') ? '\0' : '\n'
  const paths = given.rest.length > 0 ? given.rest : ['-']
  const titles = options.has('v') || (paths.length > 1 && !options.has('q'))
  let exitCode = 0
  let first = true
  for (const path of paths) {
    const title = () => (titles ? `${first ? '' : '\n'}==> ${path === '-' ? 'standard input' : path} <==\n` : '')
    if (path === '-' && !butLast && !bytes) {
      await context.stdout.write(title())
      for (let n = 0; n < count; n++) {
        const line = await readUntil(context.stdin, end)
        if (line === undefined) break
        await context.stdout.write(line)
      }
      first = false
      continue
    }
    const text = path === '-' && bytes && !butLast ? await firstOf(context, count) : await textOf(context, path)
    if (refused(text)) {
      exitCode = 1
      if (text.errno === 'EISDIR') {
        await context.stdout.write(title())
        first = false
        await context.stderr.write(`head: error reading ${quoteName(path)}: Is a directory\n`)
      } else await context.stderr.write(`head: cannot open ${quoteName(path)} for reading: ${sentence(text.errno)}\n`)
      continue
    }
    await context.stdout.write(
      title() + (bytes ? firstBytes(text, count, butLast) : firstLines(text, count, butLast, end)),
    )
    first = false
  }
  return { stdout: '', stderr: '', exitCode }
}

/** As much of standard input as is wanted, and no more: it may never end. */
async function firstOf({ stdin }: CommandContext, count: number): Promise<string> {
  let text = ''
  while (text.length < count) {
    const more = await stdin.read()
    if (more === undefined) break
    text += more
  }
  return text
}

function firstBytes(text: string, count: number, butLast: boolean): string {
  const all = bytesFromText(text)
  return textFromBytes(all.subarray(0, butLast ? Math.max(all.length - count, 0) : count))
}

function firstLines(text: string, count: number, butLast: boolean, end: string): string {
  const lines = text.split(end)
  const tail = lines.pop() ?? ''
  const all = [...lines.map(line => line + end), ...(tail === '' ? [] : [tail])]
  return all.slice(0, butLast ? Math.max(all.length - count, 0) : count).join('')
}
