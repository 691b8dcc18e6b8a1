import type { monaco } from '../monaco/setup.ts'
import type { Client } from './client.ts'
import type { Mark } from './marks.ts'
import type { NearFiles } from './near-files.ts'

type Model = monaco.editor.ITextModel

/** How long typing rests before the file is read, in milliseconds. */
const rest = 10

/** Has every model read when it is opened and whenever it changes, one question at a time. An answer about an older text is dropped. */
export function watchModels(client: Client, near: NearFiles, found: (model: Model, marks: readonly Mark[]) => void) {
  const watched = new Map<Model, () => void>()

  const watch = (model: Model): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = false
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, rest)
    }
    const ask = async () => {
      if (asking) return
      asking = true
      const version = model.getVersionId()
      const answer = await client.ask({ do: 'check', file: near.asked(model) })
      const isFetched = answer !== undefined && (await near.fetch(model, answer.wants))
      asking = false
      if (!watched.has(model) || model.isDisposed()) return
      if (isFetched || model.getVersionId() !== version) look()
      else if (answer) found(model, answer.marks)
    }
    const typed = model.onDidChangeContent(look)
    void ask()
    return () => {
      clearTimeout(timer)
      typed.dispose()
    }
  }

  return {
    open(model: Model) {
      if (!watched.has(model)) watched.set(model, watch(model))
    },
    close(model: Model) {
      watched.get(model)?.()
      watched.delete(model)
    },
  }
}
