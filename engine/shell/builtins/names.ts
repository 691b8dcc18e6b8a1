import { refused } from '../files/errno.ts'
import { runProgram } from '../interpreter/program.ts'
import { quoted } from '../interpreter/quote.ts'
import { absolute, complain, print, type Shell } from '../interpreter/shell.ts'
import { lookUp } from '../interpreter/values.ts'
import { printFunction } from '../syntax/print.ts'
import { type Builtin, builtins } from './builtins.ts'
import { readOptions } from './options-of.ts'

const keywords = new Set(
  'if then else elif fi case esac for select while until do done in function time { } ! [[ ]] coproc'.split(' '),
)

/** Where `$PATH` has a program, as `type -p` and `which` say. */
export function pathOf(shell: Shell, name: string): string | undefined {
  if (name.includes('/')) return shell.files.may(absolute(shell, name), 'x') ? name : undefined
  for (const directory of (lookUp(shell, 'PATH') ?? '').split(':')) {
    const candidate = `${directory}/${name}`
    const stat = shell.files.stat(candidate)
    if (!refused(stat) && stat.kind === 'file' && shell.files.may(candidate, 'x')) return candidate
  }
  return undefined
}

type Kind = 'alias' | 'keyword' | 'function' | 'builtin' | 'file'

function kindsOf(shell: Shell, name: string): readonly Kind[] {
  return [
    ...(shell.shopt.has('expand_aliases') && shell.aliases.has(name) ? (['alias'] as const) : []),
    ...(keywords.has(name) ? (['keyword'] as const) : []),
    ...(shell.functions.has(name) ? (['function'] as const) : []),
    ...(Object.hasOwn(builtins, name) ? (['builtin'] as const) : []),
    ...(pathOf(shell, name) !== undefined ? (['file'] as const) : []),
  ]
}

async function describe(shell: Shell, name: string, kind: Kind): Promise<void> {
  const definition = shell.functions.get(name)
  const words: Readonly<Record<Kind, string>> = {
    alias: `${name} is aliased to \`${shell.aliases.get(name) ?? ''}'`,
    keyword: `${name} is a shell keyword`,
    function: `${name} is a function\n${definition ? printFunction(definition) : ''}`,
    builtin: `${name} is a shell builtin`,
    file: `${name} is ${pathOf(shell, name) ?? ''}`,
  }
  await print(shell, `${words[kind]}\n`)
}

export const type: Builtin = async (shell, args) => {
  const given = readOptions(args, 'aftpP', '')
  if ('problem' in given) {
    await complain(shell, `type: ${given.problem}`)
    await shell.fds.get(2)?.sink?.write('type: usage: type [-afptP] name [name ...]\n')
    return 2
  }
  const { options } = given
  let code = 0
  for (const name of given.rest) {
    const all = kindsOf(shell, name).filter(kind => !(options.has('f') && kind === 'function'))
    const kinds = options.has('P') ? all.filter(kind => kind === 'file') : options.has('a') ? all : all.slice(0, 1)
    if (kinds.length === 0) {
      if (!options.has('t') && !options.has('p') && !options.has('P')) await complain(shell, `type: ${name}: not found`)
      code = 1
    }
    for (const kind of kinds) {
      if (options.has('t')) await print(shell, `${kind}\n`)
      else if (options.has('p') || options.has('P')) {
        if (kind === 'file') await print(shell, `${pathOf(shell, name) ?? ''}\n`)
      } else await describe(shell, name, kind)
    }
  }
  return code
}

export const command: Builtin = async (shell, args, lists) => {
  const given = readOptions(args, 'pvV', '')
  if ('problem' in given) {
    await complain(shell, `command: ${given.problem}`)
    return 2
  }
  const [name, ...rest] = given.rest
  if (name === undefined) return 0
  if (given.options.has('V')) {
    const [kind] = kindsOf(shell, name)
    if (kind) await describe(shell, name, kind)
    else await complain(shell, `command: ${name}: not found`)
    return kind ? 0 : 1
  }
  if (given.options.has('v')) {
    const [kind] = kindsOf(shell, name)
    if (!kind) return 1
    const text =
      kind === 'alias'
        ? `alias ${name}=${quoted(shell.aliases.get(name) ?? '')}`
        : kind === 'file'
          ? pathOf(shell, name)
          : name
    await print(shell, `${text}\n`)
    return 0
  }
  const own = Object.hasOwn(builtins, name) ? builtins[name] : undefined
  return own ? own(shell, rest, lists) : runProgram(shell, given.rest)
}

export const builtin: Builtin = async (shell, args, lists) => {
  const [name, ...rest] = args
  if (name === undefined) return 0
  const own = Object.hasOwn(builtins, name) ? builtins[name] : undefined
  if (own) return own(shell, rest, lists)
  await complain(shell, `builtin: ${name}: not a shell builtin`)
  return 1
}

export const alias: Builtin = async (shell, args) => {
  let code = 0
  const show = (name: string, value: string) => print(shell, `alias ${name}=${quoted(value)}\n`)
  const given = args.filter(arg => arg !== '-p')
  if (given.length === 0)
    for (const [name, value] of [...shell.aliases].sort(([a], [b]) => (a < b ? -1 : 1))) await show(name, value)
  for (const arg of given) {
    const cut = arg.indexOf('=')
    if (cut > 0) shell.aliases.set(arg.slice(0, cut), arg.slice(cut + 1))
    else {
      const value = shell.aliases.get(arg)
      if (value !== undefined) await show(arg, value)
      else {
        await complain(shell, `alias: ${arg}: not found`)
        code = 1
      }
    }
  }
  return code
}

export const unalias: Builtin = async (shell, args) => {
  if (args[0] === '-a') {
    shell.aliases.clear()
    return 0
  }
  let code = 0
  for (const name of args) {
    if (shell.aliases.delete(name)) continue
    await complain(shell, `unalias: ${name}: not found`)
    code = 1
  }
  return code
}

export const hash: Builtin = async (shell, args) => {
  let code = 0
  for (const name of args.filter(arg => !arg.startsWith('-'))) {
    if (pathOf(shell, name) !== undefined || Object.hasOwn(builtins, name)) continue
    await complain(shell, `hash: ${name}: not found`)
    code = 1
  }
  return code
}
