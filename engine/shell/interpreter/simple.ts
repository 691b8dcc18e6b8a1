import { type Builtin, builtins } from '../builtins/builtins.ts'
import { sentence } from '../files/errno.ts'
import { depthAtMost, tooDeep } from '../limits.ts'
import { withAliases } from '../syntax/aliases.ts'
import type { SimpleCommandNode, WordNode, WordPart } from '../syntax/ast.ts'
import { assignAll } from './assign.ts'
import { expandText, expandWord } from './expand.ts'
import { leaveOf } from './leave.ts'
import { runProgram } from './program.ts'
import { quotedIfNeeded } from './quote.ts'
import { redirect } from './redirect.ts'
import { runCommand, runStatements } from './run.ts'
import { complain, type Shell } from './shell.ts'
import { isName, lookUp } from './values.ts'
import type { Variable } from './variables.ts'

const declaring = new Set(['declare', 'export', 'local', 'readonly', 'typeset'])

/** Runs a simple command: aliases, expansions, redirections, assignments, then function, builtin or program. */
export async function runSimple(shell: Shell, command: SimpleCommandNode): Promise<void> {
  const swapped = shell.aliasesInForce.size > 0 ? withAliases(command, shell.aliasesInForce) : undefined
  if (swapped) {
    const plain = swapped.length === 1 && swapped[0]?.pipelines.length === 1 ? swapped[0].pipelines[0] : undefined
    const [only] = plain?.commands.length === 1 ? plain.commands : []
    if (only?.type === 'SimpleCommand') return runWords(shell, only)
    return runStatements(shell, swapped)
  }
  return runWords(shell, command)
}

async function runWords(shell: Shell, command: SimpleCommandNode): Promise<void> {
  shell.substituted = undefined
  const words: string[] = command.name ? await expandWord(shell, command.name) : []
  const declares = words[0] !== undefined && declaring.has(words[0])
  const lists = new Map<number, readonly WordNode[]>()
  for (const arg of command.args) {
    const list = declares ? listIn(arg) : undefined
    if (list) {
      lists.set(words.length - 1, list.elements)
      words.push(list.head)
    } else if (declares && isAssignment(arg)) words.push(await expandText(shell, arg))
    else words.push(...(await expandWord(shell, arg)))
  }
  const opened = command.redirections.length > 0 ? await redirect(shell, command.redirections) : undefined
  if (command.redirections.length > 0 && !opened) {
    shell.lastExit = 1
    return
  }
  const before = shell.fds
  if (opened) shell.fds = opened.fds
  const keep = words[0] === 'exec' && words.length === 1
  try {
    if (words.length === 0) await onlyAssignments(shell, command)
    else await runNamed(shell, words, lists, command)
  } finally {
    if (!keep) shell.fds = before
    if (!keep && opened) {
      const problem = await opened.close()
      if (problem) {
        await complain(shell, `${words[0] ?? ''}: write error: ${sentence(problem)}`)
        shell.lastExit = 1
      }
    }
  }
}

async function onlyAssignments(shell: Shell, command: SimpleCommandNode): Promise<void> {
  const problem = await assignAll(shell, command.assignments)
  if (problem) {
    await complain(shell, problem)
    throw { leave: shell.interactive ? 'abort' : 'exit', code: 1 }
  }
  shell.lastExit = shell.substituted ?? 0
}

async function runNamed(
  shell: Shell,
  words: readonly string[],
  lists: ReadonlyMap<number, readonly WordNode[]>,
  command: SimpleCommandNode,
): Promise<void> {
  const [name = '', ...args] = words
  if (shell.options.has('xtrace')) await trace(shell, words)
  const restore = command.assignments.length > 0 ? await temporarily(shell, command) : undefined
  try {
    const known = shell.functions.get(name)
    if (known) await callFunction(shell, name, args)
    else if (Object.hasOwn(builtins, name)) shell.lastExit = await (builtins[name] as Builtin)(shell, args, lists)
    else shell.lastExit = await runProgram(shell, words)
  } finally {
    restore?.()
  }
  shell.lastArgument = words.at(-1) ?? ''
}

async function trace(shell: Shell, words: readonly string[]): Promise<void> {
  const lead = lookUp(shell, 'PS4') ?? '+ '
  await shell.fds.get(2)?.sink?.write(`${lead}${words.map(quotedIfNeeded).join(' ')}\n`)
}

/** Sets variables for the length of one command, exported to it. */
async function temporarily(shell: Shell, command: SimpleCommandNode): Promise<() => void> {
  const saved: [string, Variable | undefined][] = []
  for (const assignment of command.assignments) {
    const name = assignment.name.replace(/\[.*$/s, '')
    const it = shell.vars.get(name)
    saved.push([name, it && { ...it }])
  }
  const problem = await assignAll(shell, command.assignments)
  if (problem) await complain(shell, problem)
  for (const [name] of saved) {
    const it = shell.vars.get(name)
    if (it) it.exported = true
  }
  return () => {
    for (const [name, before] of saved) {
      const now = shell.vars.get(name)
      if (!before) shell.vars.remove(name)
      else if (now) {
        for (const key of Object.keys(now)) delete now[key as keyof Variable]
        Object.assign(now, before)
      }
    }
  }
}

/** Calls a function in this shell: its own layer of variables and positional parameters. */
export async function callFunction(shell: Shell, name: string, args: readonly string[]): Promise<void> {
  const definition = shell.functions.get(name)
  if (!definition) return
  if (shell.calls.length >= depthAtMost) throw tooDeep
  const { positional, loops } = shell
  shell.positional = [...args]
  shell.loops = 0
  shell.calls.push(name)
  shell.vars.enter()
  try {
    await runCommand(shell, {
      ...definition.body,
      redirections: [...definition.body.redirections, ...definition.redirections],
    })
  } catch (thrown) {
    const leave = leaveOf(thrown)
    if (leave?.leave !== 'return') throw thrown
    shell.lastExit = leave.code
  } finally {
    shell.vars.leave()
    shell.calls.pop()
    shell.positional = positional
    shell.loops = loops
  }
}

function isAssignment(word: WordNode): boolean {
  const [first] = word.parts
  if (first?.type !== 'Literal') return false
  const name = /^([A-Za-z_]\w*)(\[[^\]]*\])?\+?=/.exec(first.value)?.[1]
  return name !== undefined && isName(name)
}

/** `name=(a b)` as an argument of `declare`, which just-bash's parser leaves as one word. */
function listIn(word: WordNode): { head: string; elements: readonly WordNode[] } | undefined {
  const [first, ...others] = word.parts
  if (first?.type !== 'Literal') return undefined
  const head = /^([A-Za-z_]\w*\+?=)\(/.exec(first.value)?.[1]
  const last = word.parts.at(-1)
  if (head === undefined || last?.type !== 'Literal' || !last.value.endsWith(')')) return undefined
  const opening: WordPart = { ...first, value: first.value.slice(head.length + 1) }
  const parts: WordPart[] = others.length === 0 ? [opening] : [opening, ...others]
  const closing = parts.at(-1)
  if (closing?.type !== 'Literal') return undefined
  parts[parts.length - 1] = { ...closing, value: closing.value.slice(0, -1) }
  return { head, elements: wordsIn(parts) }
}

function wordsIn(parts: readonly WordPart[]): readonly WordNode[] {
  const words: WordPart[][] = []
  let word: WordPart[] | undefined
  for (const part of parts) {
    if (part.type !== 'Literal') {
      word ??= []
      word.push(part)
      continue
    }
    part.value.split(/\s+/).forEach((text, index) => {
      if (index > 0) {
        if (word) words.push(word)
        word = undefined
      }
      if (text === '') return
      word ??= []
      word.push({ type: 'Literal', value: text })
    })
  }
  if (word) words.push(word)
  return words.map(found => ({ type: 'Word', parts: found }))
}
