import { isDirty, type State } from './state.ts'

/** Whether what was typed is stored, for the status bar. */
export function savedWords(state: State): string {
  const failed = state.files.find(file => file.failed !== undefined)
  if (failed) return `Not saved: ${failed.failed}`
  if (state.files.some(file => file.saving || isDirty(file))) return 'Saving'
  return state.head.steps === 0 ? 'Saved' : `Saved, step ${state.head.steps}`
}
