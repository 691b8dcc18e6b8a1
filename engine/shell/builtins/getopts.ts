import { complain } from '../interpreter/shell.ts'
import { assign, lookUp } from '../interpreter/values.ts'
import type { Builtin } from './builtin.ts'

export const getopts: Builtin = async (shell, args) => {
  const [spec = '', name = '', ...given] = args
  if (args.length < 2) {
    await shell.fds.get(2)?.sink?.write('getopts: usage: getopts optstring name [arg ...]\n')
    return 2
  }
  const words = given.length > 0 ? given : shell.positional
  const quiet = spec.startsWith(':')
  const index = Number(lookUp(shell, 'OPTIND') ?? 1)
  const word = words[index - 1]
  const finish = (next: number) => {
    assign(shell, name, '?')
    assign(shell, 'OPTIND', String(next))
    shell.getoptsAt = 1
    return 1
  }
  if (word === '--') return finish(index + 1)
  if (word === undefined || !/^-./.test(word)) return finish(index)
  const letter = word[shell.getoptsAt] ?? ''
  const last = shell.getoptsAt + 1 >= word.length
  const advance = () => {
    if (last) assign(shell, 'OPTIND', String(index + 1))
    shell.getoptsAt = last ? 1 : shell.getoptsAt + 1
  }
  const place = spec.indexOf(letter)
  if (place < 0 || letter === ':') {
    advance()
    assign(shell, name, '?')
    if (quiet) assign(shell, 'OPTARG', letter)
    else {
      shell.vars.remove('OPTARG')
      await complainPlainly(shell, `illegal option -- ${letter}`)
    }
    return 0
  }
  if (spec[place + 1] !== ':') {
    advance()
    assign(shell, name, letter)
    shell.vars.remove('OPTARG')
    return 0
  }
  const value = last ? words[index] : word.slice(shell.getoptsAt + 1)
  assign(shell, 'OPTIND', String(index + (last ? 2 : 1)))
  shell.getoptsAt = 1
  if (value === undefined) {
    assign(shell, name, quiet ? ':' : '?')
    if (quiet) assign(shell, 'OPTARG', letter)
    else await complainPlainly(shell, `option requires an argument -- ${letter}`)
    return 0
  }
  assign(shell, name, letter)
  assign(shell, 'OPTARG', value)
  return 0
}

async function complainPlainly(shell: Parameters<Builtin>[0], text: string): Promise<void> {
  await complain({ ...shell, voice: { name: shell.name0, lines: false } }, text)
}
