import { applyMode } from '../files/modes.ts'
import { complain, print } from '../interpreter/shell.ts'
import type { Builtin } from './builtin.ts'

/** Accepted and without effect: key bindings, completion rules, job bookkeeping. */
export const nothing: Builtin = () => 0

export const umask: Builtin = async (shell, args) => {
  const [first] = args.filter(arg => arg !== '-S' && arg !== '-p')
  if (first === undefined) {
    const octal = shell.umask.toString(8).padStart(4, '0')
    const letters = (bits: number) => `${bits & 4 ? 'r' : ''}${bits & 2 ? 'w' : ''}${bits & 1 ? 'x' : ''}`
    const open = 0o777 & ~shell.umask
    const symbolic = `u=${letters(open >> 6)},g=${letters((open >> 3) & 7)},o=${letters(open & 7)}`
    await print(shell, `${args.includes('-p') ? 'umask ' : ''}${args.includes('-S') ? symbolic : octal}\n`)
    return 0
  }
  if (/^[0-7]+$/.test(first)) {
    shell.umask = Number.parseInt(first, 8) & 0o777
    return 0
  }
  const open = applyMode(first, 0o777 & ~shell.umask, true, 0)
  if (open === undefined) {
    await complain(
      shell,
      /^\d/.test(first)
        ? `umask: ${first}: octal number out of range`
        : `umask: \`${/^[ugoa]*(.)/.exec(first)?.[1] ?? first}': invalid symbolic mode operator`,
    )
    return 1
  }
  shell.umask = 0o777 & ~open
  return 0
}

export const ulimit: Builtin = async (shell, args) => {
  const values: Readonly<Record<string, string>> = { '-n': '1024', '-u': '15421', '-c': '0', '-s': '8192' }
  await print(shell, `${values[args[0] ?? ''] ?? 'unlimited'}\n`)
  return 0
}

export const help: Builtin = async shell => {
  await print(
    shell,
    'GNU bash, version 5.2.21(1)-release (x86_64-pc-linux-gnu), simulated.\nThis terminal has no manual pages; the task and its hints are beside it.\n',
  )
  return 0
}
