import { monaco } from '../monaco/setup.ts'
import type { Port, Starter } from './client.ts'
import { createClient } from './client.ts'
import { nextMark, spokenMark } from './counts.ts'
import type { Findings } from './findings.ts'
import type { Mark } from './marks.ts'
import { nearFiles } from './near-files.ts'
import type { FromWorker } from './protocol.ts'
import { provide } from './providers.ts'
import { watchModels } from './watch-models.ts'
import './findings.css'

export interface MountedFindings {
  opened(key: string, model: monaco.editor.ITextModel): void
  closed(key: string): void
  stop(): void
}

const suggesting: monaco.editor.IEditorOptions = {
  quickSuggestions: { other: true, strings: true, comments: false },
  suggestOnTriggerCharacters: true,
}
const silent: monaco.editor.IEditorOptions = { quickSuggestions: false, suggestOnTriggerCharacters: false }

/**
 * Marks faults in the editor's models while somebody types, explains and completes, as long as findings are turned on. `read`
 * reads a file that is not open, null when it is not there.
 */
export function mountFindings(
  editor: monaco.editor.IStandaloneCodeEditor,
  pane: HTMLElement | null,
  findings: Findings,
  read: (host: string, path: string) => Promise<string | null>,
): MountedFindings {
  const models = new Map<string, monaco.editor.ITextModel>()
  const drawn = new Map<monaco.editor.ITextModel, readonly string[]>()
  const keyOf = (model: monaco.editor.ITextModel | null) => [...models].find(([, it]) => it === model)?.[0]
  let running: { stop(): void; watch: ReturnType<typeof watchModels> } | undefined

  const draw = (model: monaco.editor.ITextModel, marks: readonly Mark[]) => {
    monaco.editor.setModelMarkers(model, 'breakwater', marks.map(marker))
    drawn.set(model, model.deltaDecorations([...(drawn.get(model) ?? [])], glyphs(marks)))
  }

  const start = () => {
    const client = createClient(startWorker, trouble => {
      if (trouble !== findings.get().trouble) findings.change({ trouble })
    })
    const near = nearFiles(models, read)
    const provided = provide(client, near)
    const watch = watchModels(client, near, (model, marks) => {
      const key = keyOf(model)
      if (key === undefined) return
      draw(model, marks)
      findings.change({ marks: { ...findings.get().marks, [key]: marks } })
    })
    for (const model of models.values()) watch.open(model)
    editor.updateOptions(suggesting)
    running = {
      watch,
      stop() {
        client.stop()
        provided.dispose()
        editor.updateOptions(silent)
        for (const model of models.values()) {
          watch.close(model)
          draw(model, [])
        }
      },
    }
  }

  const follow = () => {
    const { on } = findings.get()
    if (on && !running) start()
    else if (!on && running) {
      running.stop()
      running = undefined
    }
  }

  const goTo = (mark: Mark) => {
    editor.setPosition({ lineNumber: mark.line, column: mark.column })
    editor.revealLineInCenterIfOutsideViewport(mark.line)
    editor.focus()
  }
  let last: Mark | undefined
  const step = (by: 1 | -1) => {
    const at = editor.getPosition()
    const marks = findings.get().marks[keyOf(editor.getModel()) ?? ''] ?? []
    const mark = nextMark(marks, { line: at?.lineNumber ?? 1, column: at?.column ?? 1 }, by, last)
    last = mark
    if (mark) goTo(mark)
    findings.say(mark ? spokenMark(mark) : 'This file has no findings.')
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.code !== 'F8' || event.altKey || event.ctrlKey || event.metaKey || !findings.get().on) return
    event.preventDefault()
    event.stopPropagation()
    step(event.shiftKey ? -1 : 1)
  }

  // The list of problems takes room from the editor: the line that somebody types in stays in sight.
  let height = editor.getLayoutInfo().height
  const resized = editor.onDidLayoutChange(layout => {
    const at = editor.getPosition()
    if (layout.height < height && at && editor.hasTextFocus()) editor.revealPosition(at)
    height = layout.height
  })

  findings.goTo = goTo
  pane?.addEventListener('keydown', pressed, { capture: true })
  const unsubscribe = findings.subscribe(follow)
  follow()
  return {
    opened(key, model) {
      models.set(key, model)
      running?.watch.open(model)
    },
    closed(key) {
      const model = models.get(key)
      if (!model) return
      running?.watch.close(model)
      models.delete(key)
      drawn.delete(model)
      const { [key]: _, ...marks } = findings.get().marks
      findings.change({ marks })
    },
    stop() {
      unsubscribe()
      resized.dispose()
      running?.stop()
      pane?.removeEventListener('keydown', pressed, { capture: true })
      findings.goTo = null
    },
  }
}

const startWorker: Starter = hears => {
  const worker = new Worker(new URL('./findings.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hears.message(data))
  worker.addEventListener('error', () => hears.failed())
  const port: Port = { send: message => worker.postMessage(message), stop: () => worker.terminate() }
  return port
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const

function marker(mark: Mark): monaco.editor.IMarkerData {
  return {
    severity: severities[mark.severity],
    message: mark.message.replaceAll('`', '"'),
    code: { value: mark.code, target: monaco.Uri.parse(`${location.origin}/findings/${mark.code}`) },
    startLineNumber: mark.line,
    startColumn: mark.column,
    endLineNumber: mark.endLine,
    endColumn: mark.endColumn,
  }
}

const ranks = ['info', 'warning', 'error'] as const

/** One shape at each line: that of its gravest mark. */
function glyphs(marks: readonly Mark[]): monaco.editor.IModelDeltaDecoration[] {
  const worst = new Map<number, Mark>()
  for (const mark of marks) {
    const other = worst.get(mark.line)
    if (!other || ranks.indexOf(mark.severity) > ranks.indexOf(other.severity)) worst.set(mark.line, mark)
  }
  return [...worst].map(([line, { severity }]) => ({
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: { glyphMarginClassName: `mark-glyph mark-${severity}`, stickiness: 1 },
  }))
}
