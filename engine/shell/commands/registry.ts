import { tool, toolNames } from '../toolbox/toolbox.ts'
import { bash } from './bash/bash.ts'
import { cat } from './cat/cat.ts'
import type { Command } from './command.ts'
import { notSimulated, notSimulatedNames } from './not-simulated.ts'
import { ssh } from './ssh/ssh.ts'
import { su } from './su/su.ts'
import { sudo } from './sudo/sudo.ts'

const own: Readonly<Record<string, Command>> = {
  bash,
  cat,
  dash: bash,
  sh: bash,
  ssh,
  su,
  sudo,
}

const table: ReadonlyMap<string, Command> = new Map([
  ...notSimulatedNames.map(name => [name, notSimulated(name)] as const),
  ...toolNames.map(name => [name, tool(name)] as const),
  ...Object.entries(own),
])

/** A program by name; undefined when this world has none of that name. */
export function commandNamed(name: string): Command | undefined {
  return table.get(name)
}

export const commandNames: readonly string[] = [...table.keys()].sort()
