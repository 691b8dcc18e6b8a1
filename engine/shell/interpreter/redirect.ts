import { deviceAt } from '../files/devices.ts'
import { type Errno, refused, sentence } from '../files/errno.ts'
import { nowhere, type Sink, sourceOf } from '../streams/stream.ts'
import type { RedirectionNode } from '../syntax/ast.ts'
import { expandText, expandWord } from './expand.ts'
import { absolute, complain, type Descriptor, type Session, type Shell } from './shell.ts'
import { assign } from './values.ts'

type Descriptors = Map<number, Descriptor>

/** What a shell's command has open once its redirections are done. `close` writes out what is held back. */
export interface Redirected {
  readonly fds: Descriptors
  close(): Promise<Errno | undefined>
}

/** Does redirections from left to right; undefined when one was refused and complained about. */
export async function redirect(
  shell: Shell,
  redirections: readonly RedirectionNode[],
): Promise<Redirected | undefined> {
  const fds: Descriptors = new Map(shell.fds)
  const closers: (() => Errno | undefined)[] = []
  const done: Redirected = {
    fds,
    close: async () => closers.map(close => close()).find(Boolean),
  }
  for (const redirection of redirections) {
    const problem = await one(shell, redirection, fds, closers)
    if (problem === undefined) continue
    const where = { ...shell, fds }
    await complain(where, problem)
    await done.close()
    return undefined
  }
  return done
}

async function one(
  shell: Shell,
  redirection: RedirectionNode,
  fds: Descriptors,
  closers: (() => Errno | undefined)[],
): Promise<string | undefined> {
  const { operator, target } = redirection
  if (target.type === 'HereDoc') {
    const text = target.quoted ? await expandText(shell, target.content) : await expandText(shell, target.content)
    const body = target.stripTabs ? text.replace(/^\t+/gm, '') : text
    fds.set(redirection.fd ?? 0, { source: sourceOf(body) })
    return undefined
  }
  if (operator === '<<<') {
    fds.set(redirection.fd ?? 0, { source: sourceOf(`${await expandText(shell, target)}\n`) })
    return undefined
  }
  const words = await expandWord(shell, target)
  const [word] = words
  if (word === undefined || words.length > 1) {
    const written = target.parts
      .map(part => ('value' in part ? part.value : 'parameter' in part ? `$${part.parameter}` : ''))
      .join('')
    return `${written}: ambiguous redirect`
  }
  const fd = await number(shell, redirection, operator.startsWith('<') ? 0 : 1)
  if (operator === '>&' || operator === '<&') {
    if (word === '-') {
      fds.delete(fd)
      return undefined
    }
    if (/^\d+-?$/.test(word)) {
      const from = fds.get(Number.parseInt(word, 10))
      if (!from) return `${word}: Bad file descriptor`
      fds.set(fd, from)
      if (word.endsWith('-')) fds.delete(Number.parseInt(word, 10))
      return undefined
    }
    if (operator === '<&' || redirection.fd !== null) return `${word}: ambiguous redirect`
  }
  if (word === '') return ': No such file or directory'
  const both = operator === '&>' || operator === '&>>' || operator === '>&'
  const opened = operator === '<' ? reading(shell, word, fds) : writing(shell, word, operator, fds)
  if (typeof opened === 'string') return `${word}: ${opened}`
  if (opened.close) closers.push(opened.close)
  fds.set(both ? 1 : fd, opened.descriptor)
  if (both) fds.set(2, opened.descriptor)
  return undefined
}

async function number(shell: Shell, redirection: RedirectionNode, usual: number): Promise<number> {
  if (redirection.fdVariable === undefined) return redirection.fd ?? usual
  const free = [10, 11, 12, 13, 14, 15].find(it => !shell.fds.has(it)) ?? 16
  assign(shell, redirection.fdVariable, String(free))
  return free
}

interface Opened {
  readonly descriptor: Descriptor
  readonly close?: () => Errno | undefined
}

/** `/dev/stdin`, `/dev/fd/3`, `/dev/tty` name what is open already. */
function alreadyOpen(shell: Shell, path: string, fds: Descriptors): Descriptor | undefined {
  const named = { '/dev/stdin': 0, '/dev/stdout': 1, '/dev/stderr': 2 }[path]
  const numbered = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path)?.[1]
  if (shell.session.temporary.has(path)) return undefined
  if (path === '/dev/tty')
    return { sink: { write: text => shell.session.meter.print(text), tty: true }, source: sourceOf('') }
  return named !== undefined ? fds.get(named) : numbered !== undefined ? fds.get(Number(numbered)) : undefined
}

function reading(shell: Shell, word: string, fds: Descriptors): Opened | string {
  const path = absolute(shell, word)
  const open = alreadyOpen(shell, path, fds)
  if (open) return { descriptor: open }
  writeOut(shell.session)
  const text = shell.files.read(path)
  if (!refused(text)) return { descriptor: { source: sourceOf(text) } }
  if (text.errno === 'EISDIR') return { descriptor: { source: directorySource } }
  return sentence(text.errno)
}

/** A directory can be opened; reading from it is what fails. */
const directorySource = sourceOf('')

function writing(shell: Shell, word: string, operator: string, fds: Descriptors): Opened | string {
  const path = absolute(shell, word)
  const open = alreadyOpen(shell, path, fds)
  if (open) return { descriptor: open }
  writeOut(shell.session)
  const device = deviceAt(path)
  if (device === 'null' || device === 'zero' || device === 'random')
    return { descriptor: { sink: nowhere, source: sourceOf('') } }
  const before = shell.files.stat(path)
  const truncates = operator !== '>>' && operator !== '&>>' && operator !== '<>'
  if (operator === '>' && shell.options.has('noclobber') && !refused(before) && before.kind === 'file')
    return 'cannot overwrite existing file'
  const mode = 0o666 & ~shell.umask
  const problem = truncates ? shell.files.write(path, '', mode) : shell.files.append(path, '', mode)
  if (problem && device !== 'full') return sentence(problem)
  const real = shell.files.real(path)
  if (refused(real)) return sentence(real.errno)
  return fileSink(shell, real)
}

/** Holds text back so that a loop that prints a thousand lines does not write its file a thousand times. */
function fileSink(shell: Shell, path: string): Opened {
  let held: string[] = []
  let size = 0
  let problem: Errno | undefined
  const flush = () => {
    if (held.length === 0) return
    const text = held.join('')
    held = []
    size = 0
    problem ??= deviceAt(path) === 'full' ? 'ENOSPC' : shell.files.extend(path, text)
    const stat = shell.files.stat(path)
    if (!refused(stat)) shell.session.meter.charge(stat.size * 4)
  }
  const sink: Sink = {
    tty: false,
    write: text => {
      if (text === '') return
      held.push(text)
      size += text.length
      shell.session.unwritten.add(flush)
      if (size > 65_536) flush()
    },
  }
  return {
    descriptor: { sink, source: sourceOf('') },
    close: () => {
      flush()
      shell.session.unwritten.delete(flush)
      const now = problem
      problem = undefined
      return now
    },
  }
}

/** Puts everything held back into its file. */
export function writeOut(session: Session): void {
  for (const flush of session.unwritten) flush()
}
