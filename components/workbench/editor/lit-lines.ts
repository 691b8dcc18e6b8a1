import type { monaco } from '../monaco/setup.ts'
import { keyOf, type Lit } from '../state.ts'
import type { Store } from '../store.ts'

/** Draws the deciding lines into models. They move with the text above them and go when they are edited themselves. */
export function litLines(store: Store) {
  const drawn = new Map<string, readonly { readonly id: string; readonly lit: Lit }[]>()

  return {
    draw(key: string, model: monaco.editor.ITextModel, all: readonly Lit[]) {
      const wanted = all.filter(it => keyOf(it) === key)
      const now = drawn.get(key) ?? []
      if (wanted.length === now.length && now.every((it, index) => it.lit === wanted[index])) return
      const kept = new Map(now.map(it => [it.lit, it.id]))
      const gone = now.filter(it => !wanted.includes(it.lit)).map(it => it.id)
      const fresh = wanted.filter(it => !kept.has(it))
      const ids = model.deltaDecorations(gone, fresh.map(decoration))
      drawn.set(
        key,
        wanted.map(lit => ({ lit, id: kept.get(lit) ?? ids[fresh.indexOf(lit)] ?? '' })),
      )
    },

    edited(key: string, model: monaco.editor.ITextModel, changes: readonly monaco.editor.IModelContentChange[]) {
      for (const { id, lit } of drawn.get(key) ?? []) {
        const range = model.getDecorationRange(id)
        const touched = changes.some(({ range: at, text }) => {
          const last = at.startLineNumber + text.split('\n').length - 1
          return !range || (at.startLineNumber <= range.endLineNumber && last >= range.startLineNumber)
        })
        if (touched) store.change({ do: 'unlit', key, line: lit.line })
      }
    },
  }
}

function decoration({ line, note }: Lit): monaco.editor.IModelDeltaDecoration {
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: Number.MAX_SAFE_INTEGER },
    options: {
      isWholeLine: true,
      className: 'l-lit',
      marginClassName: 'l-lit-margin',
      lineNumberClassName: 'l-lit-number',
      after: { content: `\u2003${shortened(note)}`, inlineClassName: 'l-note' },
      glyphMarginHoverMessage: { value: note },
      hoverMessage: { value: note },
      stickiness: 1,
    },
  }
}

/** A line may have decided many things: the first one stands behind it, all of them in its hover. */
function shortened(note: string): string {
  const [first = '', ...others] = note.split('; ')
  return others.length === 0 ? first : `${first}, and ${others.length} more`
}
