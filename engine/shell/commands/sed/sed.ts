import { refused, sentence } from '../../files/errno.ts'
import { type Command, failed } from '../command.ts'
import { textOf } from '../lines.ts'
import { optionsOf } from '../options.ts'
import { execute } from './execute.ts'
import { readScript, type SedScript } from './script.ts'

const long = {
  'expression=': 'e',
  'file=': 'f',
  'in-place': 'i',
  'in-place=': 'i',
  'line-length=': 'l',
  null: 'z',
  'null-data': 'z',
  posix: 'posix',
  quiet: 'n',
  'regexp-extended': 'E',
  sandbox: 'sandbox',
  separate: 's',
  silent: 'n',
  unbuffered: 'u',
  debug: 'debug',
}

interface Input {
  readonly name: string
  readonly text: string
}

export const sed: Command = async (args, context) => {
  // `-i.bak` has its suffix joined to it; `-i` alone has none.
  const joined = args.map(arg => (/^-[nErsuz]*i./.test(arg) ? `--in-place=${arg.slice(arg.indexOf('i') + 1)}` : arg))
  const flags = args.flatMap(arg =>
    /^-([nErsuz]+)i/.test(arg) && /^-[nErsuz]*i./.test(arg) ? [`-${arg.slice(1, arg.indexOf('i'))}`] : [],
  )
  const given = optionsOf('sed', [...flags, ...joined], { letters: 'nErisuz', valued: 'efl', long })
  if ('refusal' in given)
    return failed(
      `${given.refusal.stderr.split('\n')[0]}\nUsage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n`,
    )
  const { options, order } = given
  const chunks: string[] = []
  for (const [letter, value] of order) {
    if (letter === 'e') chunks.push(value)
    if (letter !== 'f') continue
    const text = await textOf(context, value)
    if (refused(text)) return failed(`sed: couldn't open file ${value}: ${sentence(text.errno)}\n`)
    chunks.push(text.replace(/\n$/, ''))
  }
  const paths = [...given.rest]
  if (chunks.length === 0) {
    const first = paths.shift()
    if (first === undefined) return failed('Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n')
    chunks.push(first)
  }
  const extended = options.has('E') || options.has('r')
  const script = readScript(chunks, extended)
  if ('problem' in script) return failed(`sed: ${script.problem}\n`, script.problem.startsWith('-e') ? 1 : 4)
  const inPlace = options.has('i')
  const separate = inPlace || options.has('s')
  let exitCode = 0
  const inputs: Input[] = []
  for (const path of paths.length > 0 ? paths : ['-']) {
    const stat = path === '-' ? undefined : context.files.stat(context.at(path))
    if (stat && !refused(stat) && stat.kind === 'directory') {
      exitCode = inPlace ? 4 : 2
      await context.stderr.write(
        inPlace
          ? `sed: couldn't edit ${path}: not a regular file\n`
          : `sed: couldn't read ${path}: Is a directory\n`.replace("couldn't read", 'read error on'),
      )
      continue
    }
    const text = await textOf(context, path)
    if (refused(text)) {
      exitCode = 2
      await context.stderr.write(`sed: can't read ${path}: ${sentence(text.errno)}\n`)
    } else inputs.push({ name: path, text })
  }
  const groups = separate ? inputs.map(input => [input]) : [inputs]
  for (const group of groups) {
    const fresh: SedScript = separate ? (readScript(chunks, extended) as SedScript) : script
    const out: string[] = []
    const end = options.has('z') ? '\0' : '\n'
    const lines = group.flatMap(({ text, name }) => {
      const parts = text.split(end)
      const rest = parts.pop() ?? ''
      return [
        ...parts.map(part => ({ text: part, ended: true, name })),
        ...(rest === '' ? [] : [{ text: rest, ended: false, name }]),
      ]
    })
    let at = 0
    let missing = false
    const print = (text: string) => {
      out.push(missing ? `${end}${text}` : text)
      missing = false
    }
    const toScreen = !inPlace
    const ended = await execute(fresh, {
      quiet: options.has('n'),
      end,
      next: () => {
        const line = lines[at++]
        // A file without a line end is given one when another file follows it.
        return line && { text: line.text, ended: line.ended || at < lines.length }
      },
      isLast: () => at >= lines.length,
      print: text => {
        print(text)
        if (text !== '' && !text.endsWith(end)) missing = true
      },
      readFile: path => {
        const text = path === '/dev/stdin' ? '' : context.files.read(context.at(path))
        return refused(text) ? '' : text
      },
      writeFile: (path, text) => {
        if (path === '/dev/stdout') print(text)
        else context.files.append(context.at(path), text, 0o666 & ~context.umask)
      },
      fileName: () => lines[Math.max(at - 1, 0)]?.name ?? '-',
      step: characters => context.work(characters * 20),
    })
    if (toScreen) await context.stdout.write(out.join(''))
    else {
      const [input] = group
      const rest = ended.quit
        ? lines
            .slice(at)
            .map(line => line.text + (line.ended ? end : ''))
            .join('')
        : ''
      const problem = input ? replaceFile(input.name, out.join('') + rest, options.get('i') ?? '', context) : undefined
      if (problem) {
        await context.stderr.write(problem)
        exitCode = 4
      }
    }
    if (ended.quit) return { stdout: '', stderr: '', exitCode: ended.exitCode }
  }
  return { stdout: '', stderr: '', exitCode }
}

/** `-i` puts a new file in the old one's place: that needs the directory's rights, not the file's. */
function replaceFile(
  path: string,
  text: string,
  suffix: string,
  { files, at, cwd: _ }: Parameters<Command>[1],
): string | undefined {
  const place = at(path)
  const stat = files.stat(place)
  if (refused(stat)) return undefined
  const cut = path.lastIndexOf('/')
  const directory = cut < 0 ? '.' : path.slice(0, cut)
  const temporary = `${directory}/sedXXXXXX`.replace('XXXXXX', 'aB3xYz')
  const made = files.write(at(temporary), text, 0o600)
  if (made === 'ENOSPC' || made === 'EFBIG') {
    files.unlink(at(temporary))
    return `sed: couldn't write ${text.length} items to ${temporary}: ${sentence(made)}\n`
  }
  if (made)
    return `sed: couldn't open temporary file ${temporary.replace('aB3xYz', 'XXXXXX').replace('./', './')}: ${sentence(made)}\n`
  files.chown(at(temporary), stat.uid, stat.gid, false)
  files.chmod(at(temporary), stat.mode)
  if (suffix !== '') {
    const name = path.slice(cut + 1)
    const backup = suffix.includes('*') ? suffix.replaceAll('*', name) : name + suffix
    files.rename(place, at(backup.includes('/') ? backup : `${directory}/${backup}`))
  }
  const why = files.rename(at(temporary), place)
  if (!why) return undefined
  files.unlink(at(temporary))
  return `sed: cannot rename ${temporary}: ${sentence(why)}\n`
}
