import { type Refused, refused } from '../files/errno.ts'
import type { Stat } from '../files/files.ts'
import { absolute, type Shell } from './shell.ts'
import { elementOf } from './values.ts'

const integers: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
  '-eq': (a, b) => a === b,
  '-ne': (a, b) => a !== b,
  '-lt': (a, b) => a < b,
  '-le': (a, b) => a <= b,
  '-gt': (a, b) => a > b,
  '-ge': (a, b) => a >= b,
}

export function isIntegerTest(operator: string): boolean {
  return Object.hasOwn(integers, operator)
}

export function integerTest(operator: string, a: bigint, b: bigint): boolean {
  return integers[operator]?.(a, b) ?? false
}

const there = (stat: Stat | Refused): stat is Stat => !refused(stat)

type Test = (shell: Shell, stat: Stat, path: string) => boolean
const onFiles: Readonly<Record<string, Test>> = {
  '-a': () => true,
  '-b': () => false,
  '-c': (_, stat) => stat.kind === 'device',
  '-d': (_, stat) => stat.kind === 'directory',
  '-e': () => true,
  '-f': (_, stat) => stat.kind === 'file',
  '-g': (_, stat) => (stat.mode & 0o2000) !== 0,
  '-G': (shell, stat) => stat.gid === shell.who.gid,
  '-k': (_, stat) => (stat.mode & 0o1000) !== 0,
  '-N': () => false,
  '-O': (shell, stat) => stat.uid === shell.who.uid,
  '-p': () => false,
  '-r': (shell, _, path) => shell.files.may(path, 'r'),
  '-s': (_, stat) => stat.size > 0,
  '-S': () => false,
  '-u': (_, stat) => (stat.mode & 0o4000) !== 0,
  '-w': (shell, _, path) => shell.files.may(path, 'w'),
  '-x': (shell, _, path) => shell.files.may(path, 'x'),
}

export const unaryTests: ReadonlySet<string> = new Set([
  ...Object.keys(onFiles),
  ...['-h', '-L', '-n', '-o', '-R', '-t', '-v', '-z'],
])

/** A test of `test` and `[[ ]]` with one operand, or `-nt`, `-ot`, `-ef` with two. */
export function fileTest(shell: Shell, operator: string, operand: string, other?: string): boolean {
  switch (operator) {
    case '-n':
      return operand !== ''
    case '-z':
      return operand === ''
    case '-o':
      return shell.options.has(operand)
    case '-v':
      return elementOf(shell, operand) !== undefined
    case '-R':
      return shell.vars.get(operand)?.reference === true
    case '-t': {
      const descriptor = shell.fds.get(Number(operand))
      return descriptor?.sink?.tty === true || descriptor?.source?.tty === true
    }
    default:
  }
  if (operand === '') return false
  const path = absolute(shell, operand)
  if (operator === '-h' || operator === '-L') {
    const stat = shell.files.lstat(path)
    return there(stat) && stat.kind === 'link'
  }
  const stat = shell.files.stat(path)
  if (other !== undefined) {
    const second = shell.files.stat(absolute(shell, other))
    if (operator === '-ef') return there(stat) && there(second) && stat.path === second.path
    if (operator === '-nt') return there(stat) && (!there(second) || stat.mtime > second.mtime)
    return there(second) && (!there(stat) || stat.mtime < second.mtime)
  }
  return there(stat) && (onFiles[operator]?.(shell, stat, path) ?? false)
}
