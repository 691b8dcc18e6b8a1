import type { JournalLine } from '../../../cluster/services/state.ts'
import { strftime } from '../../files/strftime.ts'

/** `Nov 22 09:30:00 node01 falco[812]: …`; further lines of a message stand below its beginning. */
export function shortLine(
  { at, from, text }: JournalLine,
  host: string,
  format = '%b %d %H:%M:%S',
  precise = false,
): string {
  const part = precise ? `.${String(at % 1000).padStart(3, '0')}000` : ''
  const lead = `${strftime(format, at)}${part} ${host} ${from}: `
  return `${lead}${text.replaceAll('\n', `\n${' '.repeat(lead.length)}`)}\n`
}
