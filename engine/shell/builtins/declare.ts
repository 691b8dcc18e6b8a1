import { assignList } from '../interpreter/assign.ts'
import { attributesOf, declaration } from '../interpreter/declared.ts'
import { complain, print, type Shell } from '../interpreter/shell.ts'
import { assign, isName, unset } from '../interpreter/values.ts'
import type { Variable } from '../interpreter/variables.ts'
import type { WordNode } from '../syntax/ast.ts'
import { printFunction } from '../syntax/print.ts'
import type { Builtin } from './builtin.ts'

type Lists = ReadonlyMap<number, readonly WordNode[]>

interface Wanted {
  readonly on: ReadonlySet<string>
  readonly off: ReadonlySet<string>
  readonly names: readonly { readonly arg: string; readonly list?: readonly WordNode[] }[]
  readonly wrong?: string
}

function read(args: readonly string[], lists: Lists, letters: string): Wanted {
  const on = new Set<string>()
  const off = new Set<string>()
  const names: { arg: string; list?: readonly WordNode[] }[] = []
  let options = true
  for (const [index, arg] of args.entries()) {
    if (options && arg === '--') options = false
    else if (options && /^[-+]./.test(arg))
      for (const letter of arg.slice(1)) {
        if (!letters.includes(letter)) return { on, off, names, wrong: `${arg.slice(0, 1)}${letter}: invalid option` }
        const set = arg.startsWith('-') ? on : off
        set.add(letter)
      }
    else {
      options = false
      const list = lists.get(index)
      names.push(list ? { arg, list } : { arg })
    }
  }
  return { on, off, names }
}

function attribute(it: Variable, on: ReadonlySet<string>, off: ReadonlySet<string>): void {
  if (on.has('a') && !it.array) {
    it.array = new Map(it.value === undefined ? [] : [[0, it.value]])
    it.value = undefined
  }
  if (on.has('A') && !it.map) {
    it.map = new Map()
    it.value = undefined
  }
  if (on.has('i')) it.integer = true
  if (on.has('l')) it.letters = 'lower'
  if (on.has('u')) it.letters = 'upper'
  if (on.has('n')) it.reference = true
  if (on.has('x')) it.exported = true
  if (off.has('i')) it.integer = false
  if (off.has('x')) it.exported = false
  if (off.has('n')) it.reference = false
  if (off.has('l') || off.has('u')) delete it.letters
}

async function define(shell: Shell, name: string, wanted: Wanted, local: boolean): Promise<number> {
  let code = 0
  for (const { arg, list } of wanted.names) {
    const found = /^([^=+[]*)(\[[^\]]*\])?(\+?=)?(.*)$/s.exec(arg)
    const bare = found?.[1] ?? ''
    if (!isName(bare)) {
      await complain(shell, `${name}: \`${arg}': not a valid identifier`)
      code = 1
      continue
    }
    const it = (local ? localVariable(shell, bare) : undefined) ?? shell.vars.claim(bare)
    if (wanted.off.has('r') && it.readonly) {
      await complain(shell, `${name}: ${bare}: readonly variable`)
      code = 1
      continue
    }
    const append = found?.[3] === '+='
    const problem = await give(shell, it, arg, wanted, found, list, append)
    if (problem) {
      await complain(shell, `${name}: ${problem}`)
      code = 1
    }
    if (wanted.on.has('r')) it.readonly = true
  }
  return code
}

async function give(
  shell: Shell,
  it: Variable,
  arg: string,
  wanted: Wanted,
  found: RegExpExecArray | null,
  list: readonly WordNode[] | undefined,
  append: boolean,
): Promise<string | undefined> {
  const bare = found?.[1] ?? arg
  if (it.readonly && (found?.[3] !== undefined || list)) return `${bare}: readonly variable`
  attribute(it, wanted.on, wanted.off)
  if (list) return assignList(shell, it, list, append)
  if (found?.[3] === undefined) return undefined
  if (wanted.on.has('n')) {
    it.value = found[4] ?? ''
    return undefined
  }
  const done = assign(shell, bare + (found[2] ?? ''), found[4] ?? '', append, found[2] ? undefined : it)
  return 'problem' in done ? done.problem : undefined
}

/** `local x` in a function: a new variable of that layer, or the one already there. */
function localVariable(shell: Shell, name: string): Variable | undefined {
  return shell.vars.depth > 0 ? (shell.vars.own(name) ?? shell.vars.local(name)) : undefined
}

async function show(shell: Shell, name: string, wanted: Wanted): Promise<number> {
  if (wanted.names.length > 0) {
    let code = 0
    for (const { arg } of wanted.names) {
      const it = shell.vars.get(arg)
      if (it) await print(shell, `${declaration(arg, it)}\n`)
      else {
        await complain(shell, `${name}: ${arg}: not found`)
        code = 1
      }
    }
    return code
  }
  const letters = [...wanted.on].filter(letter => letter !== 'p' && letter !== 'g')
  const lines = shell.vars
    .names()
    .map(it => [it, shell.vars.get(it) ?? {}] as const)
    .filter(([, it]) => letters.every(letter => attributesOf(it).includes(letter)))
    .map(([it, variable]) => `${declaration(it, variable)}\n`)
  await print(shell, lines.join(''))
  return 0
}

async function functionsOf(shell: Shell, wanted: Wanted): Promise<number> {
  const names = wanted.names.length > 0 ? wanted.names.map(({ arg }) => arg) : [...shell.functions.keys()].sort()
  let code = 0
  for (const name of names) {
    const definition = shell.functions.get(name)
    if (!definition) code = 1
    else
      await print(
        shell,
        wanted.on.has('F')
          ? wanted.names.length > 0
            ? `${name}\n`
            : `declare -f ${name}\n`
          : `${printFunction(definition)}\n`,
      )
  }
  return code
}

async function wrongOption(shell: Shell, name: string, wrong: string, usage: string): Promise<number> {
  await complain(shell, `${name}: ${wrong}`)
  await shell.fds.get(2)?.sink?.write(`${name}: usage: ${usage}\n`)
  return 2
}

export const declareBuiltin: Builtin = async (shell, args, lists) => {
  const wanted = read(args, lists, 'aAfFgiIlnprtux')
  if (wanted.wrong)
    return wrongOption(
      shell,
      'declare',
      wanted.wrong,
      'declare [-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]',
    )
  if (wanted.on.has('f') || wanted.on.has('F')) return functionsOf(shell, wanted)
  if (wanted.on.has('p') || wanted.names.length === 0) return show(shell, 'declare', wanted)
  return define(shell, 'declare', wanted, !wanted.on.has('g'))
}

export const localBuiltin: Builtin = async (shell, args, lists) => {
  if (shell.vars.depth === 0) {
    await complain(shell, 'local: can only be used in a function')
    return 1
  }
  return define(shell, 'local', read(args, lists, 'aAiIlnprux'), true)
}

async function marking(
  shell: Shell,
  name: string,
  args: readonly string[],
  lists: Lists,
  letter: 'x' | 'r',
): Promise<number> {
  const wanted = read(args, lists, letter === 'x' ? 'fnp' : 'aAfp')
  if (wanted.wrong)
    return wrongOption(
      shell,
      name,
      wanted.wrong,
      `${name} ${letter === 'x' ? '[-fn] [name[=value] ...] or export -p' : '[-aAf] [name[=value] ...] or readonly -p'}`,
    )
  if (wanted.on.has('f')) return 0
  if (wanted.names.length === 0) return show(shell, name, { ...wanted, on: new Set([letter]) })
  if (wanted.on.has('n')) return define(shell, name, { ...wanted, on: new Set(), off: new Set(['x']) }, false)
  const on = new Set<string>([...wanted.on].filter(it => it === 'a' || it === 'A'))
  return define(shell, name, { ...wanted, on: on.add(letter) }, false)
}

export const exportBuiltin: Builtin = (shell, args, lists) => marking(shell, 'export', args, lists, 'x')
export const readonlyBuiltin: Builtin = (shell, args, lists) => marking(shell, 'readonly', args, lists, 'r')

export const unsetBuiltin: Builtin = async (shell, args) => {
  let code = 0
  const functions = args.includes('-f')
  for (const name of args.filter(arg => !/^-[fvn]$/.test(arg))) {
    if (
      functions ||
      (!args.includes('-v') && !shell.vars.get(name.replace(/\[.*/s, '')) && shell.functions.has(name))
    ) {
      shell.functions.delete(name)
      continue
    }
    const done = unset(shell, name)
    if ('problem' in done) {
      await complain(shell, `unset: ${done.problem}`)
      code = 1
    }
  }
  return code
}
