import type { Session, Shell } from '../interpreter/shell.ts'
import type { Completion, ShellState } from '../terminal.ts'

/** What the word under the cursor could become: commands, paths, variables, hosts. */
export function complete(
  _session: Session,
  _place: Shell | ShellState | undefined,
  _line: string,
  cursor: number,
): Completion {
  return { from: cursor, candidates: [] }
}
