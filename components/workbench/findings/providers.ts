import { monaco } from '../monaco/setup.ts'
import type { Client } from './client.ts'
import type { NearFiles } from './near-files.ts'

const ours = { scheme: 'lab' }

/** Explains the word under the pointer and completes what is typed, as the worker knows it. */
export function provide(client: Client, near: NearFiles): monaco.IDisposable {
  const completion = monaco.languages.registerCompletionItemProvider(ours, {
    triggerCharacters: [' ', '"', '.', '/', ':', '(', '%'],
    async provideCompletionItems(model, position) {
      const items = await client.ask({ do: 'complete', file: near.asked(model), offset: offsetAt(model, position) })
      return {
        suggestions: (items ?? []).map(({ label, insert, says, range, kind, goesOn }, index) => ({
          label: { label, description: says },
          insertText: insert,
          filterText: insert,
          sortText: String(index).padStart(4, '0'),
          documentation: says,
          kind: monaco.languages.CompletionItemKind[kind === 'key' ? 'Property' : 'Value'],
          range: rangeOf(model, range),
          ...(goesOn ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
        })),
      }
    },
  })
  const hover = monaco.languages.registerHoverProvider(ours, {
    async provideHover(model, position) {
      const found = await client.ask({ do: 'hover', file: near.asked(model), offset: offsetAt(model, position) })
      if (!found) return null
      const contents = [{ value: `\`${found.title}\`` }, { value: plain(found.says) }]
      return { range: rangeOf(model, found.range), contents }
    },
  })
  return {
    dispose() {
      completion.dispose()
      hover.dispose()
    },
  }
}

/** Offsets count in the text as it is sent; Monaco's leave the byte order mark out. */
function offsetAt(model: monaco.editor.ITextModel, position: monaco.IPosition): number {
  return model.getOffsetAt(position) + markLength(model)
}

function rangeOf(model: monaco.editor.ITextModel, range: { readonly start: number; readonly end: number }) {
  const mark = markLength(model)
  return monaco.Range.fromPositions(model.getPositionAt(range.start - mark), model.getPositionAt(range.end - mark))
}

function markLength(model: monaco.editor.ITextModel): number {
  return model.getValueLength(undefined, true) - model.getValueLength()
}

/** Stars and lines are meant as they are; code between backticks stays code. */
function plain(text: string): string {
  return text.replace(/[\\*_#<>[\]|]/g, '\\$&')
}
