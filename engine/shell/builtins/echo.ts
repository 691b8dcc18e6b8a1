import { complain } from '../interpreter/shell.ts'
import type { Builtin } from './builtin.ts'
import { withEscapes } from './escapes.ts'

export const echo: Builtin = async (shell, args) => {
  let first = 0
  let line = true
  let escapes = shell.shopt.has('xpg_echo')
  for (; /^-[neE]+$/.test(args[first] ?? ''); first++)
    for (const letter of args[first]?.slice(1) ?? '') {
      if (letter === 'n') line = false
      else escapes = letter === 'e'
    }
  const text = args.slice(first).join(' ')
  const told = escapes ? withEscapes(text) : { text, stop: false }
  const sink = shell.fds.get(1)?.sink
  if (!sink) {
    await complain(shell, 'echo: write error: Bad file descriptor')
    return 1
  }
  const waits = sink.write(told.text + (line && !told.stop ? '\n' : ''))
  if (waits) await waits
  return 0
}
