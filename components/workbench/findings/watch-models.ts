import type { monaco } from '../monaco/setup.ts'
import type { Client } from './client.ts'
import type { Mark } from './marks.ts'
import type { AskedFile } from './protocol.ts'

/** How long typing rests before the file is read, in milliseconds. */
const rest = 25

interface Watched {
  readonly stop: () => void
  readonly look: () => void
}

/** Has every model read when it is opened and whenever it changes, one question at a time. An answer about an older text is dropped. */
export function watchModels(client: Client, found: (model: monaco.editor.ITextModel, marks: readonly Mark[]) => void) {
  const watched = new Map<monaco.editor.ITextModel, Watched>()

  const watch = (model: monaco.editor.ITextModel): Watched => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked: number | undefined
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, rest)
    }
    const ask = async () => {
      if (asked !== undefined) return
      const version = model.getVersionId()
      asked = version
      const marks = await client.ask({ do: 'check', file: askedFile(model) })
      asked = undefined
      if (!watched.has(model) || model.isDisposed()) return
      if (model.getVersionId() !== version) look()
      else if (marks) found(model, marks)
    }
    const typed = model.onDidChangeContent(look)
    void ask()
    return {
      look,
      stop() {
        clearTimeout(timer)
        typed.dispose()
      },
    }
  }

  return {
    open(model: monaco.editor.ITextModel) {
      if (!watched.has(model)) watched.set(model, watch(model))
    },
    close(model: monaco.editor.ITextModel) {
      watched.get(model)?.stop()
      watched.delete(model)
    },
  }
}

/** What the worker has to know of a model. The text keeps its byte order mark, which some readers refuse. */
export function askedFile(model: monaco.editor.ITextModel): AskedFile {
  const { authority, path } = model.uri
  return { key: `${authority}:${path}`, path, language: model.getLanguageId(), text: model.getValue(undefined, true) }
}
