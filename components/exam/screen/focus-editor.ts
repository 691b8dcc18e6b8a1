import type { Attempt } from '../../workbench/attempt.ts'

const lookAgain = 50

/** Gives the focus to the editor, at once or when Monaco has come, unless a person went elsewhere meanwhile. The answer stops that. */
export function focusEditor({ focus, store }: Attempt): () => void {
  const from = document.activeElement
  const look = () => {
    const at = document.activeElement
    const act = focus.get('editor')
    const elsewhere = store.get().pane !== 'editor' || (at !== from && at !== document.body)
    if (act === undefined && !elsewhere) return
    clearInterval(timer)
    if (!elsewhere) act?.()
  }
  const timer = setInterval(look, lookAgain)
  look()
  return () => clearInterval(timer)
}
