import { expect, test } from 'vitest'
import { foldHistory, type HistoryStep } from './history.ts'

/**
 * A transcript in short: c command that touches files, l command that does not, e edit, k check, K check that solves,
 * h and i hints of two checks, s solution, g give up, u undo, r redo, x reset.
 */
const letters: Readonly<Record<string, Omit<HistoryStep, 'seq'>>> = {
  c: { kind: 'command', touched: true },
  l: { kind: 'command', touched: false },
  e: { kind: 'edit', touched: true },
  k: { kind: 'check', solved: false },
  K: { kind: 'check', solved: true },
  h: { kind: 'hint', check: 'one' },
  i: { kind: 'hint', check: 'two' },
  s: { kind: 'solution' },
  g: { kind: 'give-up' },
  u: { kind: 'undo' },
  r: { kind: 'redo' },
  x: { kind: 'reset' },
}

const open = { status: 'open', canUndo: false, canRedo: false, changedSinceCheck: false, hints: {} }

test.each([
  ['', { ...open, path: [] }],
  ['cel', { ...open, path: [1, 2, 3], canUndo: true }],
  ['ceu', { ...open, path: [1], canUndo: true, canRedo: true }],
  ['ceuu', { ...open, path: [], canRedo: true }],
  ['u', { ...open, path: [] }],
  ['r', { ...open, path: [] }],
  ['ceuur', { ...open, path: [1], canUndo: true, canRedo: true }],
  ['ceuurr', { ...open, path: [1, 2], canUndo: true }],
  // A change after an undo lets go of what was undone.
  ['ceuc', { ...open, path: [1, 4], canUndo: true }],
  ['ceucr', { ...open, path: [1, 4], canUndo: true }],
  // Checks and hints move no head, and keep what can be redone.
  ['ceukh', { ...open, path: [1], canUndo: true, canRedo: true, hints: { one: 1 } }],
  // A reset is undone like a command.
  ['cex', { ...open, path: [], canUndo: true }],
  ['cexu', { ...open, path: [1, 2], canUndo: true, canRedo: true }],
  ['cexur', { ...open, path: [], canUndo: true }],
  ['cxe', { ...open, path: [3], canUndo: true }],
  ['cxeuu', { ...open, path: [1], canUndo: true, canRedo: true }],
  ['cxxe', { ...open, path: [4], canUndo: true }],
  // Hints are never closed again.
  ['hhiux', { ...open, path: [], canUndo: true, hints: { one: 2, two: 1 } }],
  // What was checked, and what came after.
  ['ck', { ...open, path: [1], canUndo: true }],
  ['ckl', { ...open, path: [1, 3], canUndo: true }],
  ['cke', { ...open, path: [1, 3], canUndo: true, changedSinceCheck: true }],
  ['ckeu', { ...open, path: [1], canUndo: true, canRedo: true }],
  ['cku', { ...open, path: [], canRedo: true, changedSinceCheck: true }],
  ['ckx', { ...open, path: [], canUndo: true, changedSinceCheck: true }],
  ['kx', { ...open, path: [], canUndo: true }],
  // The first of solving and giving up stays.
  ['cK', { ...open, path: [1], canUndo: true, status: 'solved' }],
  ['cKgk', { ...open, path: [1], canUndo: true, status: 'solved' }],
  ['cgK', { ...open, path: [1], canUndo: true, status: 'given-up' }],
  ['cKxs', { ...open, path: [], canUndo: true, status: 'solved', changedSinceCheck: true }],
])('%s', (transcript, expected) => {
  const steps = [...transcript].map((letter, index) => ({ seq: index + 1, ...letters[letter] }) as HistoryStep)
  const { path, head, hints } = foldHistory(steps)
  const { seq, steps: count, checkedAt, ...rest } = head
  expect({ ...rest, path, hints: Object.fromEntries(hints) }).toEqual(expected)
  const lastCheck = transcript.toLowerCase().lastIndexOf('k') + 1
  expect({ seq, count, checkedAt: checkedAt ?? 0 }).toEqual({
    seq: transcript.length,
    count: path.length,
    checkedAt: lastCheck,
  })
})
