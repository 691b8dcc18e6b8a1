import { quoted } from '../interpreter/quote.ts'
import { complain, print } from '../interpreter/shell.ts'
import type { Builtin } from './builtin.ts'

/** Jobs have always ended when the prompt comes back: there is nothing to list. */
export const jobs: Builtin = () => 0

export function noJobs(name: string): Builtin {
  return async shell => {
    await complain(shell, `${name}: ${shell.interactive ? 'current: no such job' : 'no job control'}`)
    return 1
  }
}

export const wait: Builtin = async (shell, args) => {
  let code = 0
  for (const arg of args.filter(it => !it.startsWith('-'))) {
    const known = /^\d+$/.test(arg) ? shell.jobExits.get(Number(arg)) : 0
    if (known === undefined) await complain(shell, `wait: pid ${arg} is not a child of this shell`)
    code = known ?? 127
  }
  return code
}

const signals =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU'.split(
    ' ',
  )

export const kill: Builtin = async (shell, args) => {
  if (args[0] === '-l') {
    const wanted = args[1]
    if (wanted === undefined) await print(shell, `${signals.map((name, i) => `${i + 1}) SIG${name}`).join('\t')}\n`)
    else
      await print(
        shell,
        `${/^\d+$/.test(wanted) ? (signals[(Number(wanted) & 127) - 1] ?? '') : signals.indexOf(wanted.replace(/^SIG/, '')) + 1}\n`,
      )
    return 0
  }
  const targets = args.filter((arg, index) => !/^-/.test(arg) && !/^-[sn]$/.test(args[index - 1] ?? ''))
  if (targets.length === 0) {
    await shell.fds
      .get(2)
      ?.sink?.write('kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n')
    return 2
  }
  for (const target of targets) {
    if (/^-?\d+$/.test(target)) await complain(shell, `kill: (${target}) - No such process`)
    else if (target.startsWith('%')) await complain(shell, `kill: ${target}: no such job`)
    else await complain(shell, `kill: ${target}: arguments must be process or job IDs`)
  }
  return 1
}

export const trap: Builtin = async (shell, args) => {
  const named = (name: string) =>
    name === '0'
      ? 'EXIT'
      : name
          .toUpperCase()
          .replace(/^SIG/, '')
          .replace(/^\d+$/, number => signals[Number(number) - 1] ?? number)
  const rest = args[0] === '--' ? args.slice(1) : args
  if (rest.length === 0 || rest[0] === '-p') {
    const lines = [...shell.traps].map(
      ([name, text]) => `trap -- ${quoted(text)} ${/^(EXIT|ERR|DEBUG|RETURN)$/.test(name) ? name : `SIG${name}`}\n`,
    )
    await print(shell, lines.join(''))
    return 0
  }
  if (rest[0] === '-l') {
    await print(shell, `${signals.map((name, i) => `${i + 1}) SIG${name}`).join('\t')}\n`)
    return 0
  }
  const [text = '', ...names] = rest.length === 1 ? ['-', ...rest] : rest
  let code = 0
  for (const name of names.map(named)) {
    if (!signals.includes(name) && !/^(EXIT|ERR|DEBUG|RETURN)$/.test(name)) {
      await complain(shell, `trap: ${name}: invalid signal specification`)
      code = 1
    } else if (text === '-') shell.traps.delete(name)
    else shell.traps.set(name, text)
  }
  return code
}

export const times: Builtin = async shell => {
  await print(shell, '0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n')
  return 0
}
