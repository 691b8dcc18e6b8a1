import { refused, sentence } from '../../files/errno.ts'
import type { Command } from '../command.ts'
import { optionsOf } from '../options.ts'

/** `cat`: files one after another, as they are or numbered. */
export const cat: Command = async (args, context) => {
  const given = optionsOf('cat', args, {
    letters: 'AbeEnstTuv',
    long: {
      'show-all': 'A',
      'number-nonblank': 'b',
      'show-ends': 'E',
      number: 'n',
      'squeeze-blank': 's',
      'show-tabs': 'T',
      'show-nonprinting': 'v',
    },
  })
  if ('refusal' in given) return given.refusal
  const has = (letter: string) => given.options.has(letter)
  const show = {
    ends: has('A') || has('e') || has('E'),
    tabs: has('A') || has('t') || has('T'),
    other: has('A') || has('e') || has('t') || has('v'),
  }
  const plain = !show.ends && !show.tabs && !show.other && !has('b') && !has('n') && !has('s')
  let exitCode = 0
  let line = 0
  let blank = false
  let starts = true
  for (const path of given.rest.length > 0 ? given.rest : ['-']) {
    if (path === '-' && plain && !context.stdin.tty) {
      for (let text = await context.stdin.read(); text !== undefined; text = await context.stdin.read())
        await context.stdout.write(text)
      continue
    }
    const text = path === '-' ? await context.input() : context.files.read(context.at(path))
    if (refused(text)) {
      await context.stderr.write(`cat: ${path}: ${sentence(text.errno)}\n`)
      exitCode = 1
      continue
    }
    if (plain) {
      await context.stdout.write(text)
      continue
    }
    let out = ''
    for (const found of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const empty = found === '\n'
      if (has('s') && empty && blank) continue
      blank = empty
      const numbered = starts && (has('b') ? !empty : has('n'))
      if (numbered) out += `${String(++line).padStart(6)}\t`
      starts = found.endsWith('\n')
      const body = starts ? found.slice(0, -1) : found
      out += visible(body, show) + (starts ? `${show.ends ? '$' : ''}\n` : '')
    }
    await context.stdout.write(out)
  }
  return { stdout: '', stderr: '', exitCode }
}

function visible(text: string, show: { tabs: boolean; other: boolean }): string {
  let out = show.tabs ? text.replaceAll('\t', '^I') : text
  if (show.other)
    out = out.replace(/(?![\t\n])\p{Cc}|[\u0080-\u{10ffff}]/gu, char =>
      char.charCodeAt(0) < 0x80 ? caret(char.charCodeAt(0)) : meta(char),
    )
  return out
}

const caret = (code: number) => `^${code === 127 ? '?' : String.fromCharCode(code + 64)}`

function meta(char: string): string {
  const code = char.charCodeAt(0)
  const bytes = code >= 0xdc80 && code <= 0xdcff ? [code - 0xdc00] : [...new TextEncoder().encode(char)]
  return bytes
    .map(byte => `M-${byte - 128 < 32 || byte === 255 ? caret(byte - 128) : String.fromCharCode(byte - 128)}`)
    .join('')
}
