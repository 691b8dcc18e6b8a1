import type { World } from '../cluster/world.ts'
import { commandNamed, commandNames } from './commands/registry.ts'
import { type Files, openFiles } from './files/files.ts'
import type { Session } from './interpreter/shell.ts'
import { createMeter, type Meter } from './limits.ts'

/** What the shells of one terminal share: the world, the history, the files they have open. */
export function createSession(world: World, history: string[]): Session {
  const opened = new Map<string, Files>()
  const temporary = new Map<string, string>()
  const session: Session = {
    world,
    meter: idle,
    history,
    temporary,
    unwritten: new Set(),
    asks: {},
    command: commandNamed,
    commandNames: () => commandNames,
    filesOf: (host, who) => {
      const key = `${host.name} ${who.name} ${who.uid} ${who.groups.join()}`
      const known = opened.get(key) ?? openFiles(world, host, who, temporary)
      opened.set(key, known)
      return known
    },
  }
  return session
}

/** Before the first line nothing runs, and nothing is printed. */
const idle: Meter = createMeter(
  { out: () => undefined, sleep: async () => undefined, signal: { aborted: false } },
  () => undefined,
)
