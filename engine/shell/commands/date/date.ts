import { refused } from '../../files/errno.ts'
import { strftime } from '../../files/strftime.ts'
import { type Command, failed, said } from '../command.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'
import { readDate } from './read-date.ts'

const iso: Readonly<Record<string, string>> = {
  date: '%Y-%m-%d',
  hours: '%Y-%m-%dT%H%:z',
  minutes: '%Y-%m-%dT%H:%M%:z',
  seconds: '%Y-%m-%dT%H:%M:%S%:z',
  ns: '%Y-%m-%dT%H:%M:%S,%N%:z',
}
const rfc: Readonly<Record<string, string>> = {
  date: '%Y-%m-%d',
  seconds: '%Y-%m-%d %H:%M:%S%:z',
  ns: '%Y-%m-%d %H:%M:%S.%N%:z',
}
const long = {
  'date=': 'd',
  'file=': 'f',
  'iso-8601': 'I',
  'iso-8601=': 'I=',
  'reference=': 'r',
  'rfc-3339=': 'rfc',
  'rfc-email': 'R',
  'set=': 's',
  universal: 'u',
  utc: 'u',
}

/** `date`: the world's time, in UTC. */
export const date: Command = (args, context) => {
  // `-Iseconds` has its value joined to it; `-I` alone has none.
  const joined = args.map(arg => (/^-I./.test(arg) ? `--iso-8601=${arg.slice(2)}` : arg))
  const given = optionsOf('date', joined, { letters: 'uRI', valued: 'drfs', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  if (options.has('s')) return failed('date: cannot set date: Operation not permitted\n')
  let when = context.world.clock
  const reference = options.get('r')
  if (reference !== undefined) {
    const stat = context.files.stat(context.at(reference))
    if (refused(stat)) return failed(`date: ${reference}: No such file or directory\n`)
    when = stat.mtime
  }
  const text = options.get('d')
  if (text !== undefined) {
    const read = readDate(text, when)
    if (read === undefined) return failed(`date: invalid date ${curly(text)}\n`)
    when = read
  }
  const [format, extra] = given.rest
  if (extra !== undefined)
    return failed(`date: extra operand ${quoteName(extra)}\nTry 'date --help' for more information.\n`)
  if (format !== undefined && !format.startsWith('+')) {
    if (text !== undefined || reference !== undefined)
      return failed(
        `date: the argument ${curly(format)} lacks a leading '+';\nwhen using an option to specify date(s), any non-option\nargument must be a format string beginning with '+'\nTry 'date --help' for more information.\n`,
      )
    return /^\d{8,12}(\.\d\d)?$/.test(format)
      ? failed('date: cannot set date: Operation not permitted\n')
      : failed(`date: invalid date ${curly(format)}\n`)
  }
  const wanted =
    format?.slice(1) ??
    (options.has('I')
      ? iso.date
      : options.has('I=')
        ? iso[options.get('I=') ?? '']
        : options.has('rfc')
          ? rfc[options.get('rfc') ?? '']
          : options.has('R')
            ? '%a, %d %b %Y %H:%M:%S %z'
            : '%a %b %e %H:%M:%S %Z %Y')
  if (wanted === undefined)
    return failed(`date: invalid argument ${quoteName(options.get('I=') ?? options.get('rfc') ?? '')}\n`)
  return said(`${strftime(wanted, when)}\n`)
}

const curly = (text: string) => `‘${text}’`
