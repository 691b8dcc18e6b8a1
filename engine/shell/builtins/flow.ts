import { refused, sentence } from '../files/errno.ts'
import { evaluate } from '../interpreter/arithmetic.ts'
import { leaveOf } from '../interpreter/leave.ts'
import { contextOf, runProgram } from '../interpreter/program.ts'
import { runText } from '../interpreter/run.ts'
import { absolute, complain, type Shell } from '../interpreter/shell.ts'
import { lookUp, numbersOf } from '../interpreter/values.ts'
import { depthAtMost, tooDeep } from '../limits.ts'
import type { Builtin } from './builtin.ts'

async function code(shell: Shell, name: string, arg: string | undefined): Promise<number> {
  if (arg === undefined) return shell.lastExit
  if (/^-?\d+$/.test(arg)) return Number(BigInt.asUintN(8, BigInt(arg)))
  await complain(shell, `${name}: ${arg}: numeric argument required`)
  return 2
}

export const exit: Builtin = async (shell, args) => {
  const number = await code(shell, 'exit', args[0])
  if (args.length > 1 && /^-?\d+$/.test(args[0] ?? '')) {
    await complain(shell, 'exit: too many arguments')
    return 1
  }
  throw { leave: 'exit', code: number }
}

export const logout: Builtin = async (shell, args) => {
  if (shell.subshell === 0 && shell.shopt.has('login_shell'))
    throw { leave: 'exit', code: await code(shell, 'logout', args[0]) }
  await complain(shell, "logout: not login shell: use `exit'")
  return 1
}

export const returnBuiltin: Builtin = async (shell, args) => {
  if (shell.calls.length === 0 && shell.sourcing === 0) {
    await complain(shell, "return: can only `return' from a function or sourced script")
    return 2
  }
  throw { leave: 'return', code: await code(shell, 'return', args[0]) }
}

async function leaveLoops(shell: Shell, leave: 'break' | 'continue', args: readonly string[]): Promise<number> {
  const [given] = args
  if (given !== undefined && !/^\d+$/.test(given)) {
    await complain(shell, `${leave}: ${given}: numeric argument required`)
    throw { leave: 'break', levels: 1000 }
  }
  const levels = Number(given ?? 1)
  if (levels < 1) {
    await complain(shell, `${leave}: ${given}: loop count out of range`)
    return 1
  }
  if (shell.loops === 0) {
    await complain(shell, `${leave}: only meaningful in a \`for', \`while', or \`until' loop`)
    return 0
  }
  throw { leave, levels }
}

export const breakLoop: Builtin = (shell, args) => leaveLoops(shell, 'break', args)
export const continueLoop: Builtin = (shell, args) => leaveLoops(shell, 'continue', args)

export const shift: Builtin = async (shell, args) => {
  const count = Number(args[0] ?? 1)
  if (!Number.isInteger(count) || count < 0) {
    await complain(
      shell,
      `shift: ${args[0]}: ${/^-\d+$/.test(args[0] ?? '') ? 'shift count out of range' : 'numeric argument required'}`,
    )
    return 1
  }
  if (count > shell.positional.length) return 1
  shell.positional = shell.positional.slice(count)
  return 0
}

export const evalBuiltin: Builtin = async (shell, args) => {
  const text = args.join(' ')
  if (text.trim() === '') return 0
  shell.depth++
  try {
    if (shell.depth > depthAtMost) throw tooDeep
    shell.lastExit = 0
    return await runText(shell, text, shell.line - 1)
  } finally {
    shell.depth--
  }
}

export const source: Builtin = async (shell, args) => {
  const [path, ...positional] = args[0] === '--' ? args.slice(1) : args
  if (path === undefined) {
    await complain(shell, `${'source'}: filename argument required`)
    await shell.fds.get(2)?.sink?.write('source: usage: source filename [arguments]\n')
    return 2
  }
  const inPath = path.includes('/')
    ? undefined
    : (lookUp(shell, 'PATH') ?? '')
        .split(':')
        .map(directory => `${directory}/${path}`)
        .find(it => !refused(shell.files.stat(absolute(shell, it))))
  const text = shell.files.read(absolute(shell, inPath ?? path))
  if (refused(text)) {
    await complain(shell, `${path}: ${text.errno === 'EISDIR' ? 'is a directory' : sentence(text.errno)}`)
    return 1
  }
  const before = shell.positional
  const { voice, line, lineBase } = shell
  if (positional.length > 0) shell.positional = positional
  if (++shell.depth > depthAtMost) throw tooDeep
  shell.sourcing++
  shell.voice = { name: path, lines: true }
  shell.lineBase = 0
  try {
    shell.lastExit = 0
    return await runText(shell, text)
  } catch (thrown) {
    const leave = leaveOf(thrown)
    if (leave?.leave !== 'return') throw thrown
    return leave.code
  } finally {
    shell.depth--
    shell.sourcing--
    shell.voice = voice
    shell.line = line
    shell.lineBase = lineBase
    if (positional.length > 0) shell.positional = before
  }
}

export const exec: Builtin = async (shell, args) => {
  const words = args[0] === '-a' ? args.slice(2) : args.filter((arg, index) => !(index === 0 && /^-[cl]+$/.test(arg)))
  if (words.length === 0) return 0
  const [name = ''] = words
  if (!name.includes('/') && !contextOf(shell, name).knows(name)) {
    await complain(shell, `exec: ${name}: not found`)
    if (shell.interactive) return 127
    throw { leave: 'exit', code: 127 }
  }
  const number = await runProgram(shell, words)
  if (number === 127 && shell.interactive) return number
  throw { leave: 'exit', code: number }
}

export const letBuiltin: Builtin = async (shell, args) => {
  let last = 0n
  if (args.length === 0) {
    await complain(shell, 'let: expression expected')
    return 1
  }
  for (const arg of args) {
    const value = evaluate(arg, numbersOf(shell))
    if (typeof value !== 'bigint') {
      await complain(shell, `let: ${value.problem}`)
      return 1
    }
    last = value
  }
  return last === 0n ? 1 : 0
}
