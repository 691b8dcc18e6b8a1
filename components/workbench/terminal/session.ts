import type { Terminal } from '@xterm/xterm'
import type { TerminalFrame } from '#engine/grade/attempt-view.ts'
import type { Attempt } from '../attempt.ts'
import { fault, isUnreachable, pause } from '../sender.ts'
import { completed, inColumns } from './complete.ts'
import { openHereDocument } from './here-document.ts'
import { type Key, keysOf } from './keys.ts'
import { type Effect, emptyLine, entered, type Line, press } from './line-editor.ts'
import { aside, paintedPrompt } from './paint.ts'
import { complete, interrupt, runLine } from './post.ts'
import { promptLine } from './prompt-line.ts'
import type { Blocks } from './reader/blocks.ts'
import { appended, type Drawing, drawn, type Layout, left, wiped } from './screen.ts'

export interface Session {
  /** Draws the past and a fresh prompt: at the start, and after undo, redo, reset. */
  redraw(): Promise<void>
  /** Wipes the line, lets `change` change the columns, and draws it again. */
  resized(change: () => void): Promise<void>
  close(): void
}

/** How often a line is sent again that came too fast. */
const patience = 3

/** One terminal: keys go through the line editor, lines to the server, frames to the screen. Keys typed meanwhile wait. */
export function openSession(term: Terminal, attempt: Attempt, id: string, blocks: Blocks): Session {
  const { store } = attempt
  let line: Line = emptyLine()
  let continued = ''
  let lead = 0
  let layout: Layout = { rows: 0, endColumn: 0, cursorRow: 0, cursorColumn: 0 }
  let seen: Drawing | null = null
  let running: AbortController | null = null
  let waiting: Key[] = []
  let turns: Promise<void> = Promise.resolve()

  const write = (text: string) => new Promise<void>(done => term.write(text, done))
  const prompt = () => store.get().terminals.find(it => it.id === id)?.prompt ?? '$'

  const draw = () => {
    seen = promptLine(line, prompt(), continued !== '', lead)
    const drawing = drawn(seen, term.cols)
    layout = drawing.layout
    term.write(drawing.out)
  }
  /** Draws the line again, or only adds what was typed at its end: a screen reader then hears that alone. */
  const redrawLine = () => {
    const next = promptLine(line, prompt(), continued !== '', lead)
    const added = appended(seen, next, term.cols)
    if (added === undefined) {
      wipe()
      return draw()
    }
    seen = next
    layout = drawn(next, term.cols).layout
    term.write(added)
  }
  const wipe = () => term.write(wiped(lead, layout.cursorRow))
  const leave = () => term.write(left(layout))

  /** A new line, behind whatever the last command left in its row. */
  const fresh = async () => {
    await write('')
    lead = Math.min(term.buffer.active.cursorX, term.cols - 1)
    draw()
  }

  const frame = async (it: TerminalFrame, text: string) => {
    if (it.kind === 'out') {
      blocks.add(it.text)
      return write(it.text)
    }
    if (it.kind === 'more') {
      continued = `${text}\n`
      blocks.drop()
      return
    }
    if (it.kind === 'refused') {
      if (it.refusal.refused === 'conflict') store.change({ do: 'conflict' })
      attempt.refused?.(it.refusal)
      blocks.add(it.refusal.say)
      return write(aside(it.refusal.say))
    }
    store.change({ do: 'head', head: it.head })
    store.change({ do: 'prompt', id, prompt: it.prompt })
    attempt.refresh(it.changed)
    if (it.clear) await write('\x1b[2J\x1b[3J\x1b[H')
    if (it.open) {
      await write(aside(`${it.open.path} is open in the editor. It is saved as you type.`))
      await attempt.open(it.open)
      attempt.focus.get('editor')?.()
    }
  }

  /** Runs a line, again when the server was away and knows nothing of it. */
  const run = async (text: string) => {
    running = new AbortController()
    continued = ''
    if (!(await attempt.saveAll())) return write(aside('This was not run, because a file could not be saved.'))
    for (let tries = 0; !running.signal.aborted; tries++) {
      const frames: Promise<void>[] = []
      let tooFast = false
      const onFrame = (it: TerminalFrame) => {
        // A long paste may be quicker than the server lets anybody be.
        tooFast = it.kind === 'refused' && it.refusal.refused === 'too-many' && tries < patience
        if (!tooFast) frames.push(frame(it, text))
      }
      const ended = await runLine(attempt.input(), { terminal: id, text }, onFrame, running.signal).catch(problem =>
        isUnreachable(problem) ? false : null,
      )
      await Promise.all(frames)
      if (tooFast) {
        await pause(1000, running.signal)
        continue
      }
      if (ended === null && !running.signal.aborted) await write(aside(fault))
      if (ended !== false) break
      if (tries === 0)
        await write(aside('The server does not answer. The line is kept and run when it does; Ctrl+C lets it go.'))
      if (await attempt.rejoin(running.signal)) break
    }
  }

  const enter = async (text: string) => {
    const whole = continued + text
    const history = line.history
    line = entered(line, whole)
    if (continued !== '' && openHereDocument(`${whole}\n`) !== undefined) continued = `${whole}\n`
    else if (whole.trim() !== '') {
      blocks.begin(prompt(), whole)
      await run(whole)
      blocks.end()
    }
    running = null
    if (continued !== '') line = emptyLine(history)
  }

  const act = async (effect: Effect) => {
    if (effect === 'bell') return
    if (effect === 'clear') {
      term.write('\x1b[2J\x1b[H')
      lead = 0
      return draw()
    }
    if (effect === 'complete' || effect === 'list') {
      const { line: next, choices } = completed(line, await complete(attempt.id, id, line.text, line.cursor))
      line = next
      if (effect === 'complete' || choices.length === 0) {
        wipe()
        return draw()
      }
      leave()
      term.write(`${inColumns(choices, term.cols)}\n`)
      lead = 0
      return draw()
    }
    leave()
    if (effect === 'interrupt') {
      line = { ...emptyLine(line.history), killed: line.killed }
      continued = ''
    } else if (effect === 'submit') await enter(line.text)
    else if (continued === '') await enter('exit')
    await fresh()
  }

  /** Drawing is asynchronous: whoever draws waits for who draws before. */
  const inTurn = (act: () => void | Promise<void>): Promise<void> => {
    turns = turns.then(act)
    return turns
  }

  const drain = async () => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      const { line: next, effect } = press(line, key)
      line = effect === 'interrupt' ? { ...next, cursor: next.text.length } : next
      if (effect === undefined && waiting.length > 0) continue
      redrawLine()
      if (effect === 'interrupt') term.write('^C')
      if (effect !== undefined) await act(effect)
    }
  }

  const typed = term.onData(data => {
    for (const key of keysOf(data)) {
      if (running !== null && key.kind === 'key' && key.name === 'ctrl-c') {
        waiting = []
        term.write('^C\n')
        void interrupt(attempt.id, id)
        if (store.get().waiting > 0) running.abort()
      } else waiting.push(...linesOf(key))
    }
    void inTurn(drain)
  })

  const redraw = async () => {
    const past = store.get().past.filter(it => it.terminal === id && !it.undone)
    blocks.replace(past)
    term.reset()
    await write('\x1b[?2004h')
    for (const it of past) await write(`${paintedPrompt(it.prompt)} ${it.text}\n${it.output}`)
    line = emptyLine(past.reduce((known, it) => entered(known, it.text), emptyLine()).history)
    continued = ''
    await fresh()
  }

  return {
    redraw: () => inTurn(redraw),
    resized(change) {
      if (running !== null) return Promise.resolve(change())
      return inTurn(async () => {
        // The columns may change only when what was wiped is gone from the screen.
        await write(wiped(lead, layout.cursorRow))
        change()
        lead = Math.min(lead, term.cols - 1)
        draw()
      })
    },
    close() {
      typed.dispose()
      running?.abort()
    },
  }
}

/** A paste of several lines is typed line by line: each is run when the one before has ended. */
function linesOf(key: Key): readonly Key[] {
  if (key.kind !== 'paste' || !key.text.includes('\n')) return [key]
  const enter: Key = { kind: 'key', name: 'enter' }
  return key.text
    .split('\n')
    .flatMap((text, index) => [
      ...(index > 0 ? [enter] : []),
      ...(text === '' ? [] : [{ kind: 'text', text } as const]),
    ])
}
