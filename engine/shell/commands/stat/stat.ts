import { readEscape } from '../../builtins/escapes.ts'
import { groupName, userName } from '../../files/accounts.ts'
import { refused } from '../../files/errno.ts'
import type { Stat } from '../../files/files.ts'
import { modeText } from '../../files/modes.ts'
import { strftime } from '../../files/strftime.ts'
import type { Command, CommandContext } from '../command.ts'
import { complaints } from '../complaints.ts'
import { linkCount } from '../link-count.ts'
import { inode } from '../ls/ls.ts'
import { quoteIfOdd } from '../names.ts'
import { optionsOf } from '../options.ts'

const kinds = { directory: 'directory', file: 'regular file', link: 'symbolic link', device: 'character special file' }
const typeBits = { directory: 0x4000, file: 0x8000, link: 0xa000, device: 0x2000 }

export const stat: Command = (args, context) => {
  const given = optionsOf('stat', args, {
    letters: 'Lft',
    valued: 'c',
    long: { dereference: 'L', 'format=': 'c', 'printf=': 'printf', terse: 't', 'file-system': 'f' },
  })
  if ('refusal' in given) return given.refusal
  const bad = complaints('stat')
  if (given.rest.length === 0)
    return { stdout: '', stderr: "stat: missing operand\nTry 'stat --help' for more information.\n", exitCode: 1 }
  let out = ''
  for (const path of given.rest) {
    const at = context.at(path)
    const found = given.options.has('L') ? context.files.stat(at) : context.files.lstat(at)
    if (refused(found)) {
      bad.about(given.options.has('L') ? 'cannot stat' : 'cannot statx', path, found.errno)
      continue
    }
    const format = given.options.get('c')
    const escaped = given.options.get('printf')
    if (format !== undefined) out += `${fill(format, path, found, context)}\n`
    else if (escaped !== undefined) out += fill(unescaped(escaped), path, found, context)
    else out += whole(path, found, context)
  }
  return { stdout: out, stderr: bad.text(), exitCode: bad.code() }
}

function unescaped(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; ) {
    if (text[at] !== '\\') {
      out += text[at++] ?? ''
      continue
    }
    const found = readEscape(text, at, 'format')
    out += found.text
    at = found.next
  }
  return out
}

const kindText = (found: Stat) => (found.kind === 'file' && found.size === 0 ? 'regular empty file' : kinds[found.kind])
const time = (milliseconds: number) => strftime('%Y-%m-%d %H:%M:%S.%N %z', milliseconds)
const blocks = (found: Stat) =>
  found.kind === 'directory' ? 8 : found.kind === 'file' ? Math.ceil(found.size / 4096) * 8 : 0

function fill(format: string, path: string, found: Stat, context: CommandContext): string {
  const values: Readonly<Record<string, () => string | number>> = {
    '%': () => '%',
    a: () => found.mode.toString(8),
    A: () => modeText(found.kind, found.mode),
    b: () => blocks(found),
    B: () => 512,
    d: () => 2049,
    D: () => '801',
    f: () => (typeBits[found.kind] | found.mode).toString(16),
    F: () => kindText(found),
    g: () => found.gid,
    G: () => groupName(context.host, found.gid),
    h: () => linkCount(context.files, found),
    i: () => inode(found.path),
    m: () => '/',
    n: () => path,
    N: () => quoted(path) + (found.target === undefined ? '' : ` -> ${quoted(found.target)}`),
    o: () => 4096,
    s: () => found.size,
    t: () => 0,
    T: () => 0,
    u: () => found.uid,
    U: () => userName(context.host, found.uid),
    w: () => '-',
    W: () => 0,
    x: () => time(found.mtime),
    X: () => Math.floor(found.mtime / 1000),
    y: () => time(found.mtime),
    Y: () => Math.floor(found.mtime / 1000),
    z: () => time(found.mtime),
    Z: () => Math.floor(found.mtime / 1000),
  }
  return format.replace(
    /%([-0#+ ]*)(\d*)(?:\.(\d+))?([A-Za-z%])/g,
    (all, flags: string, width: string, _: string, letter: string) => {
      const value = Object.hasOwn(values, letter) ? values[letter] : undefined
      if (!value) return all === '%' ? '%' : '?'
      const text = flags.includes('#') && letter === 'a' ? `0${value()}` : String(value())
      if (flags.includes('-')) return text.padEnd(Number(width))
      return text.padStart(Number(width), flags.includes('0') ? '0' : ' ')
    },
  )
}

const quoted = (name: string) => (quoteIfOdd(name) === name ? `'${name}'` : quoteIfOdd(name))

function whole(path: string, found: Stat, context: CommandContext): string {
  const name = found.target === undefined ? quoteIfOdd(path) : `${quoteIfOdd(path)} -> ${quoteIfOdd(found.target)}`
  const who = (id: number, text: string) => `(${String(id).padStart(5)}/${text.padStart(8)})`
  return [
    `  File: ${name}`,
    `  Size: ${String(found.size).padEnd(10)}\tBlocks: ${String(blocks(found)).padEnd(10)} IO Block: 4096   ${kindText(found)}`,
    `Device: 8,1\tInode: ${String(inode(found.path)).padEnd(10)}  Links: ${linkCount(context.files, found)}`,
    `Access: (${found.mode.toString(8).padStart(4, '0')}/${modeText(found.kind, found.mode)})  Uid: ${who(found.uid, userName(context.host, found.uid))}   Gid: ${who(found.gid, groupName(context.host, found.gid))}`,
    `Access: ${time(found.mtime)}`,
    `Modify: ${time(found.mtime)}`,
    `Change: ${time(found.mtime)}`,
    ' Birth: -',
    '',
  ].join('\n')
}
