/**
 * What is thrown to leave the middle of a command: not an error, but the way out of loops, functions and shells.
 * Plain values, because making a stack trace for each `break` costs more than the command.
 */
export type Leave =
  | { readonly leave: 'break' | 'continue'; readonly levels: number }
  | { readonly leave: 'return' | 'exit' | 'abort'; readonly code: number }
  | { readonly leave: 'broken-pipe' }
  | { readonly leave: 'interrupted' }
  | { readonly leave: 'limited'; readonly sentence: string }

export const brokenPipe: Leave = { leave: 'broken-pipe' }
export const interrupted: Leave = { leave: 'interrupted' }

/** The way out that a thrown value stands for; undefined when it is a fault of ours. */
export function leaveOf(thrown: unknown): Leave | undefined {
  return typeof thrown === 'object' && thrown !== null && 'leave' in thrown ? (thrown as Leave) : undefined
}
