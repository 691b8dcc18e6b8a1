import type { Shell } from '../interpreter/shell.ts'
import type { WordNode } from '../syntax/ast.ts'

/** A command that the shell does itself. `lists` holds the elements of `name=(…)` by their place among the arguments. */
export type Builtin = (
  shell: Shell,
  args: readonly string[],
  lists: ReadonlyMap<number, readonly WordNode[]>,
) => Promise<number> | number
