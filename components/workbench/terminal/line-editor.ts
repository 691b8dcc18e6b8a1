import type { Key } from './keys.ts'
import { argumentStart, before, behind, wordEnd, wordStart } from './words.ts'

/** A command line while it is written: readline's emacs mode, as far as candidates use it. Offsets are UTF-16. */
export interface Line {
  readonly text: string
  readonly cursor: number
  readonly history: readonly string[]
  /** Which entry of the history is shown; `history.length` is the line being written. */
  readonly at: number
  /** What was being written before the history was looked through. */
  readonly draft: string
  readonly killed: string
  /** The last key, to tell a second Tab and to join kills in a row. */
  readonly last: string
  readonly search?: Search
}

/** A search by Ctrl+R: what is looked for, which entry was found, and what Ctrl+G brings back. */
export interface Search {
  readonly query: string
  readonly index: number
  readonly failed: boolean
  readonly saved: { readonly text: string; readonly cursor: number }
}

/** What the terminal has to do because of a key. */
export type Effect = 'submit' | 'interrupt' | 'close' | 'clear' | 'complete' | 'list' | 'bell'

export interface Pressed {
  readonly line: Line
  readonly effect?: Effect
}

const historyAtMost = 1000

export function emptyLine(history: readonly string[] = []): Line {
  return { text: '', cursor: 0, history, at: history.length, draft: '', killed: '', last: '' }
}

/** The empty line after `text` was entered: blank lines and repetitions are not remembered. */
export function entered(line: Line, text: string): Line {
  const keep = text.trim() !== '' && text !== line.history.at(-1)
  const history = keep ? [...line.history, text].slice(-historyAtMost) : line.history
  return { ...emptyLine(history), killed: line.killed }
}

export function press(line: Line, key: Key): Pressed {
  if (line.search !== undefined) return pressInSearch(line, line.search, key)
  if (key.kind === 'text' || key.kind === 'paste') return { line: { ...insert(line, key.text), last: 'text' } }
  const act = acts[key.name]
  if (act === undefined) return { line: { ...line, last: key.name } }
  const pressed = act(line)
  return { ...pressed, line: { ...pressed.line, last: key.name } }
}

/** Puts a text in at the cursor. */
export function insert(line: Line, text: string): Line {
  const cursor = line.cursor + text.length
  return { ...line, text: line.text.slice(0, line.cursor) + text + line.text.slice(line.cursor), cursor }
}

type Act = (line: Line) => Pressed

const moved = (line: Line, cursor: number): Pressed => ({ line: { ...line, cursor } })

const cut = (line: Line, from: number, to: number): Line => ({
  ...line,
  text: line.text.slice(0, from) + line.text.slice(to),
  cursor: from,
})

/** Cuts a stretch and keeps it for Ctrl+Y; kills in a row are joined. */
function killed(line: Line, from: number, to: number): Pressed {
  if (from === to) return { line, effect: 'bell' }
  const stretch = line.text.slice(from, to)
  const inARow = kills.has(line.last)
  const joined = from < line.cursor ? stretch + line.killed : line.killed + stretch
  return { line: { ...cut(line, from, to), killed: inARow ? joined : stretch } }
}

const kills = new Set(['ctrl-w', 'ctrl-u', 'ctrl-k', 'alt-d', 'alt-backspace'])

const rubout: Act = line =>
  line.cursor === 0 ? { line, effect: 'bell' } : { line: cut(line, before(line.text, line.cursor), line.cursor) }
const remove: Act = line =>
  line.cursor === line.text.length
    ? { line, effect: 'bell' }
    : { line: cut(line, line.cursor, behind(line.text, line.cursor)) }

function recall(line: Line, at: number): Pressed {
  if (at < 0 || at > line.history.length) return { line, effect: 'bell' }
  const draft = line.at === line.history.length ? line.text : line.draft
  const text = at === line.history.length ? draft : (line.history[at] ?? '')
  return { line: { ...line, at, draft, text, cursor: text.length } }
}

const toStart: Act = line => moved(line, 0)
const toEnd: Act = line => moved(line, line.text.length)
const left: Act = line => moved(line, before(line.text, line.cursor))
const right: Act = line => moved(line, behind(line.text, line.cursor))
const older: Act = line => recall(line, line.at - 1)
const newer: Act = line => recall(line, line.at + 1)

/** Alt+dot: the last argument of the line before. */
const lastArgument: Act = line => {
  const argument = line.history.at(-1)?.trim().split(/\s+/).at(-1)
  return argument ? { line: insert(line, argument) } : { line, effect: 'bell' }
}

const acts: Readonly<Record<string, Act>> = {
  enter: line => ({ line, effect: 'submit' }),
  'ctrl-c': line => ({ line, effect: 'interrupt' }),
  'ctrl-d': line => (line.text === '' ? { line, effect: 'close' } : remove(line)),
  'ctrl-l': line => ({ line, effect: 'clear' }),
  tab: line => ({ line, effect: line.last === 'tab' ? 'list' : 'complete' }),
  backspace: rubout,
  'ctrl-h': rubout,
  delete: remove,
  left,
  'ctrl-b': left,
  right,
  'ctrl-f': right,
  home: toStart,
  'ctrl-a': toStart,
  end: toEnd,
  'ctrl-e': toEnd,
  up: older,
  'ctrl-p': older,
  down: newer,
  'ctrl-n': newer,
  'alt-b': line => moved(line, wordStart(line.text, line.cursor)),
  'alt-f': line => moved(line, wordEnd(line.text, line.cursor)),
  'alt-d': line => killed(line, line.cursor, wordEnd(line.text, line.cursor)),
  'alt-backspace': line => killed(line, wordStart(line.text, line.cursor), line.cursor),
  'ctrl-w': line => killed(line, argumentStart(line.text, line.cursor), line.cursor),
  'ctrl-u': line => killed(line, 0, line.cursor),
  'ctrl-k': line => killed(line, line.cursor, line.text.length),
  'ctrl-y': line => (line.killed === '' ? { line, effect: 'bell' } : { line: insert(line, line.killed) }),
  'alt-.': lastArgument,
  'ctrl-r': line => ({
    line: {
      ...line,
      search: { query: '', index: line.history.length, failed: false, saved: { text: line.text, cursor: line.cursor } },
    },
  }),
}

function pressInSearch(line: Line, search: Search, key: Key): Pressed {
  if (key.kind !== 'key') return { line: find(line, search, search.query + key.text, search.index) }
  switch (key.name) {
    case 'ctrl-r':
      return { line: find(line, search, search.query, search.index - 1) }
    case 'backspace':
      return { line: find(line, search, search.query.slice(0, -1), line.history.length) }
    case 'ctrl-g':
    case 'ctrl-c':
      return { line: { ...leave(line), ...search.saved } }
    case 'escape':
      return { line: leave(line) }
    default:
      return press(leave(line), key)
  }
}

function leave({ search: _, ...line }: Line): Line {
  return line
}

/** Looks from entry `from` back to the oldest; what was found before stays when there is nothing. */
function find(line: Line, search: Search, query: string, from: number): Line {
  if (query === '')
    return { ...line, ...search.saved, search: { ...search, query, index: line.history.length, failed: false } }
  for (let index = Math.min(from, line.history.length - 1); index >= 0; index--) {
    const text = line.history[index] ?? ''
    const cursor = text.indexOf(query)
    if (cursor >= 0) return { ...line, text, cursor, at: index, search: { ...search, query, index, failed: false } }
  }
  return { ...line, search: { ...search, query, failed: true } }
}
