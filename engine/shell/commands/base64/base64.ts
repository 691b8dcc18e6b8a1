import { base64Of } from '../../../cluster/base64.ts'
import { bytesFromText, textFromBytes } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import { type Command, failed } from '../command.ts'
import { textOf } from '../lines.ts'
import { curly } from '../names.ts'
import { optionsOf } from '../options.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const long = { decode: 'd', 'ignore-garbage': 'i', 'wrap=': 'w' }

export const base64: Command = async (args, context) => {
  const given = optionsOf('base64', args, { letters: 'di', valued: 'w', long })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const wrap = options.get('w') ?? '76'
  if (!/^\d+$/.test(wrap)) return failed(`base64: invalid wrap size: ${curly(wrap)}\n`)
  if (rest.length > 1)
    return failed(`base64: extra operand ${curly(rest[1] ?? '')}\nTry 'base64 --help' for more information.\n`)
  const [path = '-'] = rest
  const text = await textOf(context, path)
  if (refused(text))
    return failed(
      text.errno === 'EISDIR' ? 'base64: read error: Is a directory\n' : `base64: ${path}: ${sentence(text.errno)}\n`,
    )
  await context.work(text.length * 8)
  if (!options.has('d')) {
    const encoded = base64Of(bytesFromText(text))
    const width = Number(wrap)
    return {
      stdout:
        width === 0
          ? encoded
          : (encoded.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map(line => `${line}\n`).join(''),
      stderr: '',
      exitCode: 0,
    }
  }
  const kept = options.has('i') ? text.replace(/[^A-Za-z0-9+/=]/g, '') : text.replaceAll('\n', '')
  const decoded = decode(kept)
  return {
    stdout: textFromBytes(decoded.bytes),
    stderr: decoded.whole ? '' : 'base64: invalid input\n',
    exitCode: decoded.whole ? 0 : 1,
  }
}

/** As much as can be decoded; `whole` is false when something is wrong with the rest. */
function decode(text: string): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const out: number[] = []
  const done = (whole: boolean) => ({ bytes: new Uint8Array(out), whole })
  for (let at = 0; at < text.length; at += 4) {
    const group = text.slice(at, at + 4)
    const body = /^[A-Za-z0-9+/]*/.exec(group)?.[0] ?? ''
    let word = 0
    for (const char of body) word = (word << 6) | alphabet.indexOf(char)
    word <<= 6 * (4 - body.length)
    const bytes = [(word >> 16) & 255, (word >> 8) & 255, word & 255].slice(0, Math.max(body.length - 1, 0))
    out.push(...bytes)
    if (body.length === 4) continue
    const padded = group.length === 4 && body.length >= 2 && group === body.padEnd(4, '=')
    if (!padded) return done(false)
  }
  return done(true)
}
