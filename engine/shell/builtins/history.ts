import { complain, print } from '../interpreter/shell.ts'
import type { Builtin } from './builtin.ts'

export const history: Builtin = async (shell, args) => {
  const list = shell.session.history
  const [first] = args
  if (first === '-c') {
    list.length = 0
    return 0
  }
  if (first === '-d' && args[1] !== undefined) {
    list.splice(Number(args[1]) - 1, 1)
    return 0
  }
  if (first !== undefined && /^-[awrnps]/.test(first)) return 0
  if (first !== undefined && !/^\d+$/.test(first)) {
    await complain(shell, `history: ${first}: numeric argument required`)
    return 1
  }
  const from = first === undefined ? 0 : Math.max(list.length - Number(first), 0)
  const lines = list.slice(from).map((line, index) => `${String(from + index + 1).padStart(5)}  ${line}\n`)
  await print(shell, lines.join(''))
  return 0
}
