import type { Attempt } from '../attempt.ts'
import type { Findings } from '../findings/findings.ts'
import { mountFindings } from '../findings/mount-findings.ts'
import { monaco } from '../monaco/setup.ts'
import { type EditorFile, keyOf, type State } from '../state.ts'
import { currentTheme, onTheme } from '../theme.ts'
import { languageId } from './language.ts'
import { litLines } from './lit-lines.ts'

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  accessibilitySupport: 'auto',
  fontFamily: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontLigatures: false,
  fontSize: 13,
  lineHeight: 20,
  glyphMargin: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 21,
  renderLineHighlightOnlyWhenFocus: true,
  folding: false,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  renderLineHighlight: 'line',
  renderFinalNewline: 'on',
  scrollBeyondLastLine: false,
  padding: { top: 6, bottom: 6 },
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  quickSuggestions: false,
  suggestOnTriggerCharacters: false,
  // Enter makes a line, whatever the list of suggestions shows, unless somebody went into the list.
  suggest: { selectionMode: 'never', showIcons: false },
  wordBasedSuggestions: 'off',
  occurrencesHighlight: 'off',
  unicodeHighlight: { ambiguousCharacters: false },
  overviewRulerLanes: 0,
  fixedOverflowWidgets: true,
  contextmenu: false,
  links: false,
}

/**
 * One editor for all open files: the store says which text belongs to which file, typing goes back into it. `findings: null`
 * marks and completes nothing.
 */
export function mountEditor(element: HTMLElement, attempt: Attempt, findings: Findings | null): () => void {
  const { store } = attempt
  const editor = monaco.editor.create(element, {
    ...options,
    model: null,
    theme: `breakwater-${currentTheme()}`,
  })
  const models = new Map<string, monaco.editor.ITextModel>()
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>()
  // What each model stands for. A model has one kind of line ends, so its own text may differ from a file that mixes them.
  const texts = new Map<string, string>()
  const lit = litLines(store)
  const marked =
    findings && mountFindings(editor, element.closest<HTMLElement>('[data-pane]'), findings, readOf(attempt))
  let shown: string | null = null
  let revealed = 0
  let taking = false

  const create = (file: EditorFile): monaco.editor.ITextModel => {
    const key = keyOf(file)
    const uri = monaco.Uri.from({ scheme: 'lab', authority: file.host, path: file.path })
    const model = monaco.editor.createModel(file.text, languageId(file.path), uri)
    // Nothing is coloured but what the themes name.
    model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
    models.set(key, model)
    texts.set(key, file.text)
    marked?.opened(key, model)
    model.onDidChangeContent(event => {
      // The store learns the text first: a change of it that still holds the old one would put the old one back.
      if (!taking) {
        const text = model.getValue(undefined, true)
        texts.set(key, text)
        attempt.typed(key, text)
      }
      lit.edited(key, model, event.changes)
    })
    return model
  }

  const caret = () => {
    const at = editor.getPosition()
    if (at) store.change({ do: 'caret', line: at.lineNumber, column: at.column })
  }

  const show = (state: State) => {
    const file = state.files.find(it => keyOf(it) === state.active)
    const key = file && file.refused === undefined ? keyOf(file) : null
    if (key === shown || (key !== null && !file)) return
    if (shown !== null) views.set(shown, editor.saveViewState())
    shown = key
    editor.setModel(file && key !== null ? (models.get(key) ?? create(file)) : null)
    if (key !== null) editor.restoreViewState(views.get(key) ?? null)
    caret()
    if (file) editor.updateOptions({ ariaLabel: `${file.path} on ${file.host}` })
  }

  const follow = () => {
    const state = store.get()
    const open = new Map(state.files.map(file => [keyOf(file), file]))
    for (const [key, model] of models) {
      const file = open.get(key)
      if (file === undefined) continue
      if (file.text === texts.get(key)) continue
      texts.set(key, file.text)
      taking = true
      replace(model, file.text)
      taking = false
    }
    show(state)
    for (const [key, model] of models) {
      if (open.has(key)) lit.draw(key, model, state.lit)
      else {
        models.delete(key)
        texts.delete(key)
        marked?.closed(key)
        model.dispose()
      }
    }
    if (state.reveal && state.reveal.times !== revealed && state.reveal.key === shown) {
      revealed = state.reveal.times
      const line = Math.min(state.reveal.line, editor.getModel()?.getLineCount() ?? 1)
      editor.setPosition({ lineNumber: line, column: 1 })
      editor.revealLineInCenterIfOutsideViewport(line)
      editor.focus()
    }
  }

  // F1 is the sheet of keys.
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyMod.Shift | monaco.KeyCode.KeyP, () =>
    editor.trigger('keyboard', 'editor.action.quickCommand', null),
  )

  attempt.focus.set('editor', () => editor.focus())
  const stops = [
    store.subscribe(follow),
    onTheme(theme => monaco.editor.setTheme(`breakwater-${theme}`)),
    () => attempt.focus.delete('editor'),
  ]
  editor.onDidChangeCursorPosition(caret)
  // Letters are measured when the editor is made; the typeface may come later.
  void document.fonts.load('13px "JetBrains Mono Variable"').then(() => monaco.editor.remeasureFonts())
  follow()
  return () => {
    for (const stop of stops) stop()
    marked?.stop()
    editor.dispose()
    for (const model of models.values()) model.dispose()
  }
}

/** Reads a file that needs no tab; of a folder, with a slash behind it, the names of its files. */
function readOf({ id, acts }: Attempt) {
  return async (host: string, path: string) => {
    if (path.endsWith('/')) {
      const listed = await acts.listFiles({ attempt: id, host, path: path.slice(0, -1) }).catch(() => undefined)
      return listed?.ok ? listed.files.map(it => it.name).join('\n') : null
    }
    const answer = await acts.readFile({ attempt: id, host, path }).catch(() => undefined)
    return answer?.ok ? answer.file.text : null
  }
}

/** Takes a text over that a command wrote; Ctrl+Z brings the old one back unless line ends or a BOM are others now. */
function replace(model: monaco.editor.ITextModel, text: string) {
  const hasBom = model.getValue(undefined, true).startsWith('\ufeff')
  if (hasBom !== text.startsWith('\ufeff') || (model.getEOL() === '\r\n') !== text.includes('\r\n'))
    model.setValue(text)
  else
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: text.replace(/^\ufeff/, '') }], () => null)
}
