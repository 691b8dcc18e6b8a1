import { bytesFromText } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import type { Command, CommandContext } from '../command.ts'
import { linesOf, textOf } from '../lines.ts'
import { optionsOf } from '../options.ts'
import { sha256, sha512 } from './sha2.ts'

type Digest = (bytes: Uint8Array) => string

const long = {
  binary: 'b',
  check: 'c',
  'ignore-missing': 'ignore-missing',
  quiet: 'quiet',
  status: 'status',
  strict: 'strict',
  tag: 'tag',
  text: 't',
  warn: 'w',
  zero: 'z',
}

/** `sha256sum` and its sisters: digests of files, or `-c` against a list of them. */
function summing(program: string, digest: Digest, digits: number): Command {
  return async (args, context) => {
    const given = optionsOf(program, args, { letters: 'bctwz', long })
    if ('refusal' in given) return given.refusal
    const { options, rest } = given
    const paths = rest.length > 0 ? rest : ['-']
    if (options.has('c')) return check(program, digest, digits, paths, options, context)
    let stdout = ''
    let stderr = ''
    for (const path of paths) {
      const text = await textOf(context, path)
      if (refused(text)) stderr += `${program}: ${path}: ${sentence(text.errno)}\n`
      else {
        await context.work(text.length * 32)
        const sum = digest(bytesFromText(text))
        stdout += options.has('tag')
          ? `${program.replace('sum', '').toUpperCase()} (${path}) = ${sum}\n`
          : `${sum} ${options.has('b') ? '*' : ' '}${path}${options.has('z') ? '\0' : '\n'}`
      }
    }
    return { stdout, stderr, exitCode: stderr === '' ? 0 : 1 }
  }
}

async function check(
  program: string,
  digest: Digest,
  digits: number,
  lists: readonly string[],
  options: ReadonlyMap<string, string>,
  context: CommandContext,
) {
  let stdout = ''
  let stderr = ''
  let exitCode = 0
  const silent = options.has('status')
  for (const list of lists) {
    const text = await textOf(context, list)
    if (refused(text)) {
      stderr += `${program}: ${list}: ${sentence(text.errno)}\n`
      exitCode = 1
      continue
    }
    const count = { mismatch: 0, unreadable: 0, malformed: 0, good: 0 }
    for (const line of linesOf(text)) {
      const found = /^\\?([0-9A-Fa-f]+) [ *](.+)$/.exec(line) ?? undefined
      const tagged = /^\S+ \((.+)\) = ([0-9A-Fa-f]+)$/.exec(line)
      const [sum, path] = tagged ? [tagged[2], tagged[1]] : [found?.[1], found?.[2]]
      if (sum?.length !== digits || path === undefined) {
        if (line !== '') count.malformed++
        continue
      }
      const content = await textOf(context, path)
      if (refused(content)) {
        if (options.has('ignore-missing') && content.errno === 'ENOENT') continue
        stderr += `${program}: ${path}: ${sentence(content.errno)}\n`
        if (!silent) stdout += `${path}: FAILED open or read\n`
        count.unreadable++
        continue
      }
      await context.work(content.length * 32)
      const good = digest(bytesFromText(content)) === sum.toLowerCase()
      if (good) count.good++
      else count.mismatch++
      if (!silent && (!good || !options.has('quiet'))) stdout += `${path}: ${good ? 'OK' : 'FAILED'}\n`
    }
    const plural = (number: number, one: string, many: string) => (number === 1 ? one : many)
    const warn = (words: string) => {
      if (!silent) stderr += `${program}: WARNING: ${words}\n`
    }
    if (count.good + count.mismatch + count.unreadable === 0) {
      stderr += `${program}: ${list === '-' ? 'standard input' : list}: no properly formatted checksum lines found\n`
      exitCode = 1
      continue
    }
    if (count.malformed > 0)
      warn(`${count.malformed} ${plural(count.malformed, 'line is', 'lines are')} improperly formatted`)
    if (count.unreadable > 0)
      warn(`${count.unreadable} listed ${plural(count.unreadable, 'file', 'files')} could not be read`)
    if (count.mismatch > 0)
      warn(`${count.mismatch} computed ${plural(count.mismatch, 'checksum did', 'checksums did')} NOT match`)
    if (count.mismatch + count.unreadable > 0) exitCode = 1
  }
  return { stdout, stderr, exitCode }
}

export const sha224sum = summing('sha224sum', bytes => sha256(bytes, true), 56)
export const sha256sum = summing('sha256sum', bytes => sha256(bytes), 64)
export const sha384sum = summing('sha384sum', bytes => sha512(bytes, true), 96)
export const sha512sum = summing('sha512sum', bytes => sha512(bytes), 128)
