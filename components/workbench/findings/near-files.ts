import type { monaco } from '../monaco/setup.ts'
import type { AskedFile } from './protocol.ts'

type Model = monaco.editor.ITextModel

export interface NearFiles {
  /** What the worker has to know of a model. The text keeps its byte order mark, which some readers refuse. */
  asked(model: Model): AskedFile
  /** Reads files of the model's host that the worker asked for; false when there was nothing to read. */
  fetch(model: Model, paths: readonly string[]): Promise<boolean>
}

/**
 * Files that others are read with. Of one that is open, what the editor has counts; others are read once. `read` gives null
 * for a file that is not there.
 */
export function nearFiles(
  models: ReadonlyMap<string, Model>,
  read: (host: string, path: string) => Promise<string | null>,
): NearFiles {
  const known = new Map<string, string | null>()
  return {
    asked(model) {
      const { authority, path } = model.uri
      const own = `${authority}:`
      const near = [...known.keys()]
        .filter(key => key.startsWith(own))
        .map(key => ({ path: key.slice(own.length), text: models.get(key)?.getValue() ?? known.get(key) ?? null }))
      const text = model.getValue(undefined, true)
      return { key: own + path, path, language: model.getLanguageId(), text, near }
    },
    async fetch(model, paths) {
      const host = model.uri.authority
      const texts = await Promise.all(paths.map(path => read(host, path)))
      paths.forEach((path, index) => {
        known.set(`${host}:${path}`, texts[index] ?? null)
      })
      return paths.length > 0
    },
  }
}
