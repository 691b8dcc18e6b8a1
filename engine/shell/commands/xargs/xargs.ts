import { refused, sentence } from '../../files/errno.ts'
import { sourceOf } from '../../streams/stream.ts'
import { type Command, failed } from '../command.ts'
import { optionsOf } from '../options.ts'

const long = {
  'arg-file=': 'a',
  'delimiter=': 'd',
  'max-args=': 'n',
  'max-lines=': 'L',
  'max-procs=': 'P',
  'no-run-if-empty': 'r',
  null: '0',
  'replace=': 'I',
  verbose: 't',
  interactive: 'p',
  exit: 'x',
  'max-chars=': 's',
  'eof=': 'E',
}
const charactersAtMost = 131_072

/** The arguments in a text as xargs reads them: blanks divide, quotes and backslashes hold together. */
function argumentsIn(text: string): { readonly lines: readonly (readonly string[])[] } | { readonly problem: string } {
  const lines: string[][] = [[]]
  let word: string | undefined
  let quote: string | undefined
  const end = () => {
    if (word !== undefined) lines.at(-1)?.push(word)
    word = undefined
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (quote !== undefined) {
      if (char === '\n')
        return {
          problem: `unmatched ${quote === '"' ? 'double' : 'single'} quote; by default quotes are special to xargs unless you use the -0 option`,
        }
      if (char === quote) quote = undefined
      else word += char
    } else if (char === "'" || char === '"') {
      quote = char
      word ??= ''
    } else if (char === '\\') word = (word ?? '') + (text[++at] ?? '')
    else if (char === '\n') {
      const open = word !== undefined || (lines.at(-1)?.length ?? 0) > 0
      end()
      if (open && !/[ \t]/.test(text[at - 1] ?? '')) lines.push([])
    } else if (/[ \t]/.test(char)) end()
    else word = (word ?? '') + char
  }
  if (quote !== undefined)
    return {
      problem: `unmatched ${quote === '"' ? 'double' : 'single'} quote; by default quotes are special to xargs unless you use the -0 option`,
    }
  end()
  return { lines: lines.filter(line => line.length > 0) }
}

export const xargs: Command = async (args, context) => {
  const given = optionsOf(
    'xargs',
    args.map(arg => (arg === '-i' ? '-I{}' : arg)),
    { letters: '0oprtx', valued: 'adEIlLnPs', long, early: true },
  )
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const file = options.get('a')
  const text = file === undefined ? await context.input() : context.files.read(context.at(file))
  if (refused(text)) return failed(`xargs: Cannot open input file ‘${file}’: ${sentence(text.errno)}\n`)
  const command = rest.length > 0 ? rest : ['echo']
  const replace = options.get('I')
  const delimiter = options.has('0') ? '\0' : options.has('d') ? escaped(options.get('d') ?? '') : undefined
  let lines: readonly (readonly string[])[]
  if (delimiter !== undefined) {
    const parts = text.split(delimiter)
    if (parts.at(-1) === '') parts.pop()
    lines = parts.map(part => [part])
  } else if (replace !== undefined) {
    const rows = text
      .split('\n')
      .map(line => line.trimStart())
      .filter(Boolean)
    const read = rows.map(row => argumentsIn(row))
    const wrong = read.find(row => 'problem' in row)
    if (wrong && 'problem' in wrong) return failed(`xargs: ${wrong.problem}\n`)
    lines = rows.map((row, index) => {
      const found = read[index]
      return [/["'\\]/.test(row) && found && 'lines' in found ? found.lines.flat().join(' ') : row]
    })
  } else {
    const read = argumentsIn(text)
    if ('problem' in read) return failed(`xargs: ${read.problem}\n`)
    lines = read.lines
  }
  const words = lines.flat()
  const most = Number(options.get('n') ?? 0) || undefined
  const mostLines = Number(options.get('L') ?? options.get('l') ?? 0) || undefined
  const runs: (readonly string[])[] = []
  if (replace !== undefined)
    for (const word of words) runs.push(command.map(part => part.replaceAll(replace || '{}', word)))
  else if (mostLines !== undefined)
    for (let i = 0; i < lines.length; i += mostLines) runs.push([...command, ...lines.slice(i, i + mostLines).flat()])
  else {
    let now: string[] = []
    let size = 0
    for (const word of words) {
      if (now.length > 0 && ((most !== undefined && now.length >= most) || size + word.length > charactersAtMost)) {
        runs.push([...command, ...now])
        now = []
        size = 0
      }
      now.push(word)
      size += word.length + 1
    }
    if (now.length > 0 || (words.length === 0 && !options.has('r'))) runs.push([...command, ...now])
  }
  let exitCode = 0
  for (const run of runs) {
    const [name = ''] = run
    if (options.has('t')) await context.stderr.write(`${run.join(' ')}\n`)
    if (!context.knows(name)) return failed(`xargs: ${name}: No such file or directory\n`, 127)
    const code = await context.run(run, { stdin: sourceOf('') })
    if (code === 255) return failed(`xargs: ${name}: exited with status 255; aborting\n`, 124)
    if (code === 126 || code === 127) return { stdout: '', stderr: '', exitCode: code }
    if (code !== 0) exitCode = 123
  }
  return { stdout: '', stderr: '', exitCode }
}

function escaped(text: string): string {
  const named: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\0': '\0', '\\\\': '\\' }
  return named[text] ?? text.slice(0, 1)
}
