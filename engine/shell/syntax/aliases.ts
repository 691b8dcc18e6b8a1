import type { SimpleCommandNode, StatementNode } from './ast.ts'
import { parseShell } from './read-commands.ts'

function literalName(command: SimpleCommandNode): string | undefined {
  const parts = command.name?.parts ?? []
  const [only] = parts
  return parts.length === 1 && only?.type === 'Literal' ? only.value : undefined
}

/**
 * What a command becomes when its first word is an alias: statements whose last command carries the rest of the words.
 * Undefined when nothing is to be replaced. A value that ends in a blank lets the next word be an alias too.
 */
export function withAliases(
  command: SimpleCommandNode,
  aliases: ReadonlyMap<string, string>,
): readonly StatementNode[] | undefined {
  return replace(command, aliases, new Set())
}

function replace(
  command: SimpleCommandNode,
  aliases: ReadonlyMap<string, string>,
  seen: ReadonlySet<string>,
): readonly StatementNode[] | undefined {
  const name = literalName(command)
  const value = name === undefined || seen.has(name) ? undefined : aliases.get(name)
  if (name === undefined || value === undefined) return undefined
  const parsed = parseShell(value.trim() === '' ? ':' : value)
  const statements = 'script' in parsed ? parsed.script.statements : []
  const statement = statements.at(-1)
  const pipeline = statement?.pipelines.at(-1)
  const last = pipeline?.commands.at(-1)
  if (!statement || !pipeline || last?.type !== 'SimpleCommand') return undefined
  const rest = /\s$/.test(value) ? nextAlso(command.args, aliases) : command.args
  const merged: SimpleCommandNode = {
    ...last,
    ...(command.line === undefined ? {} : { line: command.line }),
    assignments: [...command.assignments, ...last.assignments],
    args: [...last.args, ...rest],
    redirections: [...last.redirections, ...command.redirections],
  }
  const whole = statements.length === 1 && statement.pipelines.length === 1 && pipeline.commands.length === 1
  const again = whole ? replace(merged, aliases, new Set([...seen, name])) : undefined
  if (again) return again
  return [
    ...statements.slice(0, -1),
    {
      ...statement,
      pipelines: [
        ...statement.pipelines.slice(0, -1),
        { ...pipeline, commands: [...pipeline.commands.slice(0, -1), merged] },
      ],
    },
  ]
}

function nextAlso(args: SimpleCommandNode['args'], aliases: ReadonlyMap<string, string>): SimpleCommandNode['args'] {
  const [first, ...others] = args
  if (!first) return args
  const swapped = replace(
    { type: 'SimpleCommand', name: first, args: [], assignments: [], redirections: [] },
    aliases,
    new Set(),
  )
  const command = swapped?.length === 1 ? swapped[0]?.pipelines[0]?.commands[0] : undefined
  return command?.type === 'SimpleCommand' && command.name ? [command.name, ...command.args, ...others] : args
}
