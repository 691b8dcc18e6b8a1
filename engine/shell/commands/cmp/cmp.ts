import { bytesFromText } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import { type Command, failed, said } from '../command.ts'
import { textOf } from '../lines.ts'
import { optionsOf } from '../options.ts'

export const cmp: Command = async (args, context) => {
  const given = optionsOf('cmp', args, {
    letters: 'bls',
    valued: 'in',
    long: { silent: 's', quiet: 's', verbose: 'l', 'print-bytes': 'b' },
  })
  if ('refusal' in given) return { ...given.refusal, exitCode: 2 }
  const [first, second = '-'] = given.rest
  if (first === undefined)
    return failed("cmp: missing operand after 'cmp'\ncmp: Try 'cmp --help' for more information.\n", 2)
  const texts: Uint8Array[] = []
  for (const path of [first, second]) {
    const text = await textOf(context, path)
    if (refused(text)) return failed(given.options.has('s') ? '' : `cmp: ${path}: ${sentence(text.errno)}\n`, 2)
    texts.push(bytesFromText(text))
  }
  const [a = new Uint8Array(), b = new Uint8Array()] = texts
  const at = a.findIndex((byte, index) => byte !== b[index])
  if (at < 0 && a.length === b.length) return said('')
  if (given.options.has('s')) return said('', 1)
  if (at < 0 || at >= b.length) {
    const shorter = a.length < b.length ? a : b
    const lines = shorter.filter(byte => byte === 10).length
    const where =
      shorter.length === 0
        ? ' which is empty'
        : ` after byte ${shorter.length}, ${shorter.at(-1) === 10 ? 'line' : 'in line'} ${shorter.at(-1) === 10 ? lines : lines + 1}`
    return failed(`cmp: EOF on ${a.length < b.length ? first : second}${where}\n`)
  }
  const line = a.subarray(0, at).filter(byte => byte === 10).length + 1
  return said(`${first} ${second} differ: byte ${at + 1}, line ${line}\n`, 1)
}
