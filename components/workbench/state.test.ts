import { expect, test } from 'vitest'
import type { AttemptHead, ShownReport } from '#engine/grade/attempt-view.ts'
import type { Verdict } from '#engine/grade/report.ts'
import type { WorkbenchView } from './acts.ts'
import { type Change, changed, firstState, isDirty, keyOf, type State } from './state.ts'

const head: AttemptHead = { seq: 4, status: 'open', canUndo: true, canRedo: false, steps: 2, changedSinceCheck: false }
const at = (seq: number, more: Partial<AttemptHead> = {}): AttemptHead => ({ ...head, seq, ...more })
const place = { host: 'cp', path: '/a.yaml' }
const a = keyOf(place)
const b = 'cp:/b.yaml'

const missBy = (lit: string): Verdict => ({
  ...{ id: 'x', title: 'X', points: 2, guard: false, earned: 0 },
  outcome: {
    result: 'miss',
    say: '',
    examples: [{ pairs: [], decidedBy: { text: '', place: { ...place, line: 3, endLine: 4 }, lit } }],
  },
})

const report: ShownReport = {
  at: 1,
  milliseconds: 2,
  report: { earned: 0, of: 2, solved: false, verdicts: [missBy('decides it')] },
}

const view: WorkbenchView = {
  id: 'one',
  lab: {
    ...{ id: 'p/l', title: '', summary: '', domain: '', competency: '' },
    ...{ difficulty: 'direct', minutes: 1, points: 2 },
  },
  host: 'cp',
  hosts: ['base', 'cp'],
  checks: [],
  startedAt: 0,
  head,
  hints: [],
  files: [
    { ...place, text: 'one' },
    { host: 'cp', path: '/b.yaml', text: null },
  ],
  terminals: [{ id: '1', prompt: 'candidate@base:~$' }],
  past: [],
}

const after = (...changes: readonly Change[]): State => changes.reduce(changed, firstState(view))
const file = (state: State, key: string) => state.files.find(it => keyOf(it) === key)

/** Changes in order → a picture of what matters. */
const cases: readonly (readonly [string, readonly Change[], (state: State) => unknown, unknown])[] = [
  ['the first file is shown', [], it => it.active, a],
  ['a file that is not there is not dirty', [], it => it.files.map(isDirty), [false, false]],
  ['typing makes it dirty', [{ do: 'typed', key: a, text: 'two' }], it => it.files.map(isDirty), [true, false]],
  [
    'saving cleans it',
    [
      { do: 'typed', key: a, text: 'two' },
      { do: 'saving', key: a },
      { do: 'saved', key: a, text: 'two', head: at(5) },
    ],
    it => [it.files.map(isDirty), file(it, a)?.saving, it.head.seq],
    [[false, false], false, 5],
  ],
  [
    'typed while it was saved: still dirty',
    [
      { do: 'typed', key: a, text: 'two' },
      { do: 'saving', key: a },
      { do: 'typed', key: a, text: 'three' },
      { do: 'saved', key: a, text: 'two', head: at(5) },
    ],
    it => [file(it, a)?.text, it.files.map(isDirty)],
    ['three', [true, false]],
  ],
  [
    'a save that failed says why, until the next one starts',
    [
      { do: 'typed', key: a, text: 'two' },
      { do: 'not-saved', key: a, say: 'full' },
    ],
    it => file(it, a)?.failed,
    'full',
  ],
  [
    'the next save forgets it',
    [
      { do: 'not-saved', key: a, say: 'full' },
      { do: 'saving', key: a },
    ],
    it => file(it, a)?.failed,
    undefined,
  ],
  [
    'a command changed a clean file',
    [{ do: 'read', file: { ...place, text: 'by sed' } }],
    it => file(it, a)?.text,
    'by sed',
  ],
  [
    'a command changed a file that was typed in: what was typed stays',
    [
      { do: 'typed', key: a, text: 'mine' },
      { do: 'read', file: { ...place, text: 'by sed' } },
    ],
    it => file(it, a)?.text,
    'mine',
  ],
  [
    'reading another file opens a tab',
    [{ do: 'read', file: { host: 'base', path: '/c', text: 'c' } }],
    it => it.files.map(keyOf),
    [a, b, 'base:/c'],
  ],
  ['closing the shown file shows its neighbour', [{ do: 'close', key: a }], it => [it.files.length, it.active], [1, b]],
  [
    'closing the last file shows none',
    [
      { do: 'close', key: a },
      { do: 'close', key: b },
    ],
    it => it.active,
    null,
  ],
  ['an older answer does not turn the head back', [{ do: 'head', head: at(3) }], it => it.head.seq, 4],
  [
    'a check lights the deciding line and shows the results',
    [{ do: 'checking' }, { do: 'checked', head: at(5), report }],
    it => [it.checking, it.pane, it.lit.map(({ line, note }) => [line, note])],
    [false, 'results', [[3, 'decides it']]],
  ],
  [
    'editing the line puts the light out',
    [
      { do: 'checked', head: at(5), report },
      { do: 'unlit', key: a, line: 3 },
    ],
    it => it.lit,
    [],
  ],
  [
    'a command that changed the file puts the light out',
    [
      { do: 'checked', head: at(5), report },
      { do: 'read', file: { ...place, text: 'other' } },
    ],
    it => it.lit,
    [],
  ],
  [
    'going to the same line twice is two wishes',
    [
      { do: 'reveal', key: b, line: 3 },
      { do: 'reveal', key: b, line: 3 },
    ],
    it => [it.active, it.reveal?.times],
    [b, 2],
  ],
  ['a new terminal is shown', [{ do: 'terminal-opened', tab: { id: '2', prompt: '$' } }], it => it.terminal, '2'],
  [
    'undo brings the text of the server, and the terminals are drawn again',
    [{ do: 'view', view: { ...view, head: at(6), files: [{ ...place, text: 'before' }] } }],
    it => [file(it, a)?.text, it.redraws, it.head.seq, it.files.length],
    ['before', 1, 6, 2],
  ],
  [
    'a reload keeps what was typed and not saved',
    [{ do: 'typed', key: a, text: 'mine' }, { do: 'conflict' }, { do: 'view', view: { ...view, head: at(9) } }],
    it => [file(it, a)?.text, it.files.map(isDirty), it.conflict],
    ['mine', [true, false], false],
  ],
  [
    'waiting steps are counted',
    [
      { do: 'waiting', by: 1 },
      { do: 'waiting', by: 1 },
      { do: 'waiting', by: -1 },
    ],
    it => it.waiting,
    1,
  ],
  [
    'the solution opens its tab, and a new start closes it',
    [
      { do: 'solution', head: at(5, { status: 'given-up' }), solution: { explain: '', script: '' } },
      { do: 'view', view: { ...view, head: at(6) } },
    ],
    it => it.taskTab,
    'task',
  ],
]

for (const [says, changes, picture, expected] of cases) {
  test(says, () => expect(picture(after(...changes))).toEqual(expected))
}

test('a line that decided several checks is lit once, with each note once', () => {
  const verdicts = ['decides it', 'decides it', 'decides that'].map(missBy)
  const { lit } = firstState({ ...view, report: { ...report, report: { ...report.report, verdicts } } })
  expect(lit.map(it => it.note)).toEqual(['decides it; decides that'])
})

test('at the start a report lights its lines only while nothing has changed since', () => {
  expect(firstState({ ...view, report }).lit).toHaveLength(1)
  expect(firstState({ ...view, report, head: { ...head, changedSinceCheck: true } }).lit).toHaveLength(0)
})
