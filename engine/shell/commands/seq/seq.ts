import { format } from '../../builtins/printf.ts'
import { type Command, failed, succeeded } from '../command.ts'
import { curly } from '../names.ts'
import { optionsOf } from '../options.ts'

const places = (text: string) => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0

/** `seq`: numbers from, by and to. */
export const seq: Command = async (args, context) => {
  const signed = args.findIndex(arg => /^-\.?\d/.test(arg))
  const given = optionsOf('seq', signed < 0 ? args : args.slice(0, signed), {
    letters: 'w',
    valued: 'fs',
    long: { 'equal-width': 'w', 'format=': 'f', 'separator=': 's' },
    early: true,
  })
  if ('refusal' in given) return given.refusal
  const words = [...given.rest, ...(signed < 0 ? [] : args.slice(signed))]
  const hint = "\nTry 'seq --help' for more information.\n"
  if (words.length === 0) return failed(`seq: missing operand${hint}`)
  if (words.length > 3) return failed(`seq: extra operand ${curly(words[3] ?? '')}${hint}`)
  const wrong = words.find(word => !/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(word))
  if (wrong !== undefined) return failed(`seq: invalid floating point argument: ${curly(wrong)}${hint}`)
  const [first = '1', by = '1', last = '1'] =
    words.length === 1 ? ['1', '1', ...words] : words.length === 2 ? [words[0], '1', words[1]] : words
  const step = Number(by)
  if (step === 0) return failed(`seq: invalid Zero increment value: ${curly(by)}${hint}`)
  const digits = Math.max(places(first), places(by))
  const scale = 10 ** digits
  const count =
    Math.floor((Math.round(Number(last) * scale) - Math.round(Number(first) * scale)) / Math.round(step * scale)) + 1
  const spec = given.options.get('f')
  const width = given.options.has('w')
    ? Math.max(Number(first).toFixed(digits).length, Number(last).toFixed(digits).length)
    : 0
  const between = given.options.get('s') ?? '\n'
  const shown = (index: number) => {
    const value = ((Math.round(Number(first) * scale) + index * Math.round(step * scale)) / scale).toFixed(digits)
    if (spec !== undefined) return format(spec, [value], 0).text
    return value.startsWith('-') ? `-${value.slice(1).padStart(width - 1, '0')}` : value.padStart(width, '0')
  }
  for (let from = 0; from < count; from += 1000) {
    const lines: string[] = []
    for (let i = from; i < Math.min(from + 1000, count); i++) lines.push(shown(i))
    await context.stdout.write(`${from > 0 ? between : ''}${lines.join(between)}`)
    await context.work(lines.length * 64)
  }
  return count > 0 ? { ...succeeded, stdout: '\n' } : succeeded
}
