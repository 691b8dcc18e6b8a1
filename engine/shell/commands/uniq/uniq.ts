import { refused, sentence } from '../../files/errno.ts'
import { type Command, failed } from '../command.ts'
import { linesOf, textOf } from '../lines.ts'
import { optionsOf } from '../options.ts'

const long = {
  count: 'c',
  repeated: 'd',
  unique: 'u',
  'ignore-case': 'i',
  'skip-fields=': 'f',
  'skip-chars=': 's',
  'check-chars=': 'w',
  'zero-terminated': 'z',
  'all-repeated': 'D',
}

export const uniq: Command = async (args, context) => {
  const given = optionsOf('uniq', args, { letters: 'cdDuiz', valued: 'fsw', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const [input = '-', output] = given.rest
  const text = await textOf(context, input)
  if (refused(text))
    return failed(`uniq: ${text.errno === 'EISDIR' ? `error reading '${input}'` : input}: ${sentence(text.errno)}\n`)
  await context.work(text.length)
  const fields = Number(options.get('f') ?? 0)
  const chars = Number(options.get('s') ?? 0)
  const most = options.has('w') ? Number(options.get('w')) : undefined
  const key = (line: string) => {
    let rest = line
    for (let i = 0; i < fields; i++) rest = rest.replace(/^[ \t]*[^ \t]*/, '')
    rest = [...rest].slice(chars, most === undefined ? undefined : chars + most).join('')
    return options.has('i') ? rest.toLowerCase() : rest
  }
  const groups: string[][] = []
  let last: string | undefined
  for (const line of linesOf(text, options.has('z') ? '\0' : '\n')) {
    const now = key(line)
    if (now === last) groups.at(-1)?.push(line)
    else groups.push([line])
    last = now
  }
  const end = options.has('z') ? '\0' : '\n'
  const kept = groups.filter(
    group =>
      (options.has('d') || options.has('D') ? group.length > 1 : true) &&
      (options.has('u') ? group.length === 1 : true),
  )
  const lines = options.has('D')
    ? kept.flat()
    : kept.map(group => (options.has('c') ? `${String(group.length).padStart(7)} ${group[0]}` : (group[0] ?? '')))
  const out = lines.map(line => line + end).join('')
  if (output === undefined) return { stdout: out, stderr: '', exitCode: 0 }
  const why = context.files.write(context.at(output), out, 0o666 & ~context.umask)
  return why ? failed(`uniq: ${output}: ${sentence(why)}\n`) : { stdout: '', stderr: '', exitCode: 0 }
}
