import { sentence } from '../files/errno.ts'
import { depthAtMost, tooDeep } from '../limits.ts'
import { pipe } from '../streams/stream.ts'
import type {
  CaseNode,
  CommandNode,
  CStyleForNode,
  ForNode,
  IfNode,
  PipelineNode,
  ScriptNode,
  StatementNode,
} from '../syntax/ast.ts'
import { readCommands } from '../syntax/read-commands.ts'
import { condition } from './condition.ts'
import { arithmetic, expandPattern, expandText, expandWords } from './expand.ts'
import { leaveOf } from './leave.ts'
import { matcher } from './pattern.ts'
import { redirect } from './redirect.ts'
import { complain, fork, type Shell } from './shell.ts'
import { runSimple } from './simple.ts'
import { assign } from './values.ts'

/** Runs a whole script in a shell that ends with it, as a subshell does: the exit code, `exit` and the EXIT trap minded. */
export async function runInside(shell: Shell, script: ScriptNode): Promise<number> {
  return ending(shell, () => runStatements(shell, script.statements))
}

/** Runs work that ends a shell. */
export async function ending(shell: Shell, work: () => Promise<unknown>): Promise<number> {
  try {
    await work()
  } catch (thrown) {
    const leave = leaveOf(thrown)
    if (leave?.leave === 'exit' || leave?.leave === 'return' || leave?.leave === 'abort') shell.lastExit = leave.code
    else if (leave?.leave === 'broken-pipe') shell.lastExit = 141
    else if (leave?.leave !== 'break' && leave?.leave !== 'continue') throw thrown
  }
  const trap = shell.traps.get('EXIT')
  if (trap) {
    shell.traps.delete('EXIT')
    const code = shell.lastExit
    await runText(shell, trap).catch(thrown => {
      const leave = leaveOf(thrown)
      if (leave?.leave !== 'exit') throw thrown
      shell.lastExit = leave.code
      return 0
    })
    if (shell.lastExit === 0 || code !== 0) shell.lastExit = code
  }
  return shell.lastExit
}

/** Runs text command by command in this shell, as `eval` and `source` do. A syntax error is printed. */
export async function runText(shell: Shell, text: string, from = 0): Promise<number> {
  for (const piece of readCommands(text)) {
    if ('message' in piece) {
      shell.line = from + piece.line
      await syntaxError(shell, piece.message, piece.text)
      shell.lastExit = 2
      return shell.lastExit
    }
    await runPiece(shell, piece.script, from + piece.line - 1)
  }
  return shell.lastExit
}

const none: ReadonlyMap<string, string> = new Map()

/** Runs one command that was read; an expansion that failed ends it, not the shell. */
export async function runPiece(shell: Shell, script: ScriptNode, lineBefore: number): Promise<void> {
  const outer = shell.lineBase
  shell.lineBase = lineBefore
  const expands = shell.shopt.has('expand_aliases')
  shell.aliasesInForce = expands ? new Map(shell.aliases) : none
  try {
    await runStatements(shell, script.statements)
  } catch (thrown) {
    const leave = leaveOf(thrown)
    if (leave?.leave !== 'abort') throw thrown
    shell.lastExit = leave.code
    if (shell.subshell > 0) throw thrown
  } finally {
    shell.lineBase = outer
  }
}

async function syntaxError(shell: Shell, message: string, text: string): Promise<void> {
  const outer = shell.voice
  if (outer.given) shell.voice = { name: `${outer.name}: -c`, lines: true }
  await complain(shell, message)
  if (shell.voice.lines && message.includes('near unexpected token'))
    await complain(shell, `\`${text.split('\n')[0] ?? ''}'`)
  shell.voice = outer
}

export async function runStatements(shell: Shell, statements: readonly StatementNode[]): Promise<void> {
  for (const statement of statements) {
    const waits = shell.session.meter.step()
    if (waits) await waits
    if (statement.background) await inBackground(shell, statement)
    else await runStatement(shell, statement)
  }
}

async function runStatement(shell: Shell, statement: StatementNode): Promise<void> {
  const { pipelines, operators } = statement
  for (let i = 0; i < pipelines.length; i++) {
    const pipeline = pipelines[i]
    const operator = operators[i - 1]
    if (!pipeline || (operator === '&&' && shell.lastExit !== 0) || (operator === '||' && shell.lastExit === 0))
      continue
    const follows = operators[i] === '&&' || operators[i] === '||'
    const checked = !follows && !pipeline.negated
    if (!checked) shell.unchecked++
    try {
      await runPipeline(shell, pipeline)
    } finally {
      if (!checked) shell.unchecked--
    }
    if (checked) await failing(shell)
  }
}

/** `set -e` and the ERR trap, after a command that nobody asked about failed. */
async function failing(shell: Shell): Promise<void> {
  if (shell.lastExit === 0 || shell.unchecked > 0) return
  const trap = shell.traps.get('ERR')
  if (trap && shell.calls.length === 0) {
    const code = shell.lastExit
    shell.unchecked++
    await runText(shell, trap)
    shell.unchecked--
    shell.lastExit = code
  }
  if (shell.options.has('errexit')) throw { leave: 'exit', code: shell.lastExit }
}

/**
 * There is one processor and no time between lines: a background job runs to its end at once, its sleeps take no time,
 * and it has a small allowance of steps.
 */
async function inBackground(shell: Shell, statement: StatementNode): Promise<void> {
  const child = fork(shell)
  guardDepth(child)
  const pid = 3100 + shell.jobExits.size * 2
  if (shell.interactive) await shell.fds.get(2)?.sink?.write(`[1] ${pid}\n`)
  shell.lastJob = pid
  const code = await shell.session.meter.inBackground(() =>
    ending(child, () => runStatement(child, { ...statement, background: false })),
  )
  shell.jobExits.set(pid, code)
  shell.lastExit = 0
}

export function guardDepth(shell: Shell): void {
  if (shell.depth > depthAtMost) throw tooDeep
}

async function runPipeline(shell: Shell, pipeline: PipelineNode): Promise<void> {
  const [only] = pipeline.commands
  const started = shell.session.world.clock
  if (pipeline.commands.length === 1 && only) {
    await runCommand(shell, only)
    shell.pipeStatus = [shell.lastExit]
  } else await runStages(shell, pipeline)
  if (pipeline.negated) shell.lastExit = shell.lastExit === 0 ? 1 : 0
  if (pipeline.timed) await times(shell, shell.session.world.clock - started, pipeline.timePosix ?? false)
}

async function times(shell: Shell, milliseconds: number, posix: boolean): Promise<void> {
  const seconds = (milliseconds / 1000).toFixed(posix ? 2 : 3)
  const real = posix
    ? `real ${seconds}`
    : `\nreal\t${Math.floor(milliseconds / 60_000)}m${((milliseconds % 60_000) / 1000).toFixed(3)}s`
  const rest = posix ? 'user 0.00\nsys 0.00' : 'user\t0m0.000s\nsys\t0m0.000s'
  await shell.fds.get(2)?.sink?.write(`${real}\n${rest}\n`)
}

/** Runs the commands of a pipeline side by side, each in a shell of its own. */
async function runStages(shell: Shell, pipeline: PipelineNode): Promise<void> {
  const pipes = pipeline.commands.slice(1).map(() => pipe())
  const stages = pipeline.commands.map(async (command, index) => {
    const child = fork(shell)
    guardDepth(child)
    shell.session.meter.start()
    const before = pipes[index - 1]
    const after = pipes[index]
    if (before) child.fds.set(0, { source: before.source })
    if (after) {
      child.fds.set(1, { sink: after.sink })
      if (pipeline.pipeStderr?.[index]) child.fds.set(2, { sink: after.sink })
    }
    try {
      return await ending(child, () => runCommand(child, command))
    } finally {
      shell.session.meter.finish()
      after?.closeSink()
      before?.closeSource()
    }
  })
  const ended = await Promise.allSettled(stages)
  for (const stage of ended) if (stage.status === 'rejected') throw stage.reason
  const codes = ended.map(stage => (stage.status === 'fulfilled' ? stage.value : 1))
  shell.pipeStatus = codes
  const last = codes.at(-1) ?? 0
  shell.lastExit = shell.options.has('pipefail') ? (codes.findLast(code => code !== 0) ?? 0) : last
}

/** Runs one command of any kind in this shell; its exit code is the shell's last. */
export async function runCommand(shell: Shell, command: CommandNode): Promise<void> {
  if (command.line !== undefined && command.line > 0) shell.line = shell.lineBase + command.line
  if (command.type === 'SimpleCommand') return runSimple(shell, command)
  if (command.type === 'FunctionDef') {
    shell.functions.set(command.name, command)
    shell.lastExit = 0
    return
  }
  if (command.redirections.length === 0) return runCompound(shell, command)
  const opened = await redirect(shell, command.redirections)
  if (!opened) {
    shell.lastExit = 1
    return
  }
  const before = shell.fds
  shell.fds = opened.fds
  try {
    await runCompound(shell, command)
  } finally {
    shell.fds = before
    const problem = await opened.close()
    if (problem) {
      await complain(shell, `write error: ${sentence(problem)}`)
      shell.lastExit = 1
    }
  }
}

async function runCompound(
  shell: Shell,
  command: Exclude<CommandNode, { type: 'SimpleCommand' | 'FunctionDef' }>,
): Promise<void> {
  switch (command.type) {
    case 'Group':
      return runStatements(shell, command.body)
    case 'Subshell': {
      const child = fork(shell)
      guardDepth(child)
      shell.lastExit = await ending(child, () => runStatements(child, command.body))
      return
    }
    case 'If':
      return runIf(shell, command)
    case 'While':
    case 'Until':
      return loop(shell, async () => {
        const holds = (await asks(shell, command.condition)) === (command.type === 'While')
        if (holds) await runStatements(shell, command.body)
        return holds
      })
    case 'For':
      return runFor(shell, command)
    case 'CStyleFor':
      return runCStyleFor(shell, command)
    case 'Case':
      return runCase(shell, command)
    case 'ArithmeticCommand':
      shell.lastExit = (await arithmetic(shell, command.expression)) === 0n ? 1 : 0
      return
    case 'ConditionalCommand':
      shell.lastExit = await condition(shell, command.expression)
  }
}

/** Whether commands succeed, asked as a condition: `-e` does not mind. */
async function asks(shell: Shell, statements: readonly StatementNode[]): Promise<boolean> {
  shell.unchecked++
  try {
    await runStatements(shell, statements)
  } finally {
    shell.unchecked--
  }
  return shell.lastExit === 0
}

async function runIf(shell: Shell, command: IfNode): Promise<void> {
  for (const clause of command.clauses)
    if (await asks(shell, clause.condition)) return runStatements(shell, clause.body)
  if (command.elseBody) return runStatements(shell, command.elseBody)
  shell.lastExit = 0
}

/** Turns until there is nothing more to do; `break` and `continue` end here, a level each. */
async function loop(shell: Shell, turn: () => Promise<boolean>, after?: () => Promise<void>): Promise<void> {
  let code = 0
  shell.loops++
  try {
    for (;;) {
      const waits = shell.session.meter.step()
      if (waits) await waits
      try {
        if (!(await turn())) break
        code = shell.lastExit
      } catch (thrown) {
        const leave = leaveOf(thrown)
        if (leave?.leave !== 'break' && leave?.leave !== 'continue') throw thrown
        code = 0
        if (leave.levels > 1 && shell.loops > 1) throw { ...leave, levels: leave.levels - 1 }
        if (leave.leave === 'break') break
      }
      await after?.()
    }
  } finally {
    shell.loops--
  }
  shell.lastExit = code
}

async function runFor(shell: Shell, command: ForNode): Promise<void> {
  const words = command.words === null ? [...shell.positional] : await expandWords(shell, command.words)
  let index = 0
  await loop(shell, async () => {
    const word = words[index++]
    if (word === undefined) return false
    const done = assign(shell, command.variable, word)
    if ('problem' in done) {
      await complain(shell, done.problem)
      throw { leave: 'abort', code: 1 }
    }
    shell.lastExit = 0
    await runStatements(shell, command.body)
    return true
  })
}

async function runCStyleFor(shell: Shell, command: CStyleForNode): Promise<void> {
  if (command.init) await arithmetic(shell, command.init)
  await loop(
    shell,
    async () => {
      if (command.condition && (await arithmetic(shell, command.condition)) === 0n) return false
      shell.lastExit = 0
      await runStatements(shell, command.body)
      return true
    },
    async () => {
      if (command.update) await arithmetic(shell, command.update)
    },
  )
}

async function runCase(shell: Shell, command: CaseNode): Promise<void> {
  const word = await expandText(shell, command.word)
  const fold = shell.shopt.has('nocasematch')
  shell.lastExit = 0
  let falls = false
  for (const item of command.items) {
    let taken = falls
    for (const pattern of taken ? [] : item.patterns) taken ||= matcher(await expandPattern(shell, pattern), fold)(word)
    if (!taken) continue
    await runStatements(shell, item.body)
    if (item.terminator === ';;') return
    falls = item.terminator === ';&'
  }
}
