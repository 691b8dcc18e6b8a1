import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ExamNotes, SavedNotes } from './acts.ts'
import { createNotesSaver, type Notes } from './notes-saver.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A notepad and a server that answers when it is told to. */
function notepad(text = '', version = 0) {
  let notes: Notes = { text, seen: { text, version }, saving: false }
  const sent: ExamNotes[] = []
  const answers: ((answer: SavedNotes) => void)[] = []
  const saver = createNotesSaver(
    {
      get: () => notes,
      put: next => {
        notes = next
      },
    },
    it => {
      sent.push(it)
      return new Promise(answer => answers.push(answer))
    },
  )
  const answer = async (it: SavedNotes) => {
    answers.shift()?.(it)
    await vi.advanceTimersByTimeAsync(0)
  }
  const stored = (text: string, version: number) => answer({ ok: true, notes: { text, version } })
  return { saver, sent, answer, stored, now: () => notes }
}

test('what is typed is saved once, when typing stops', async () => {
  const { saver, sent, stored, now } = notepad('old', 3)
  saver.typed('old n')
  await vi.advanceTimersByTimeAsync(700)
  saver.typed('old new')
  await vi.advanceTimersByTimeAsync(700)
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(sent).toEqual([{ text: 'old new', version: 3 }])
  expect(now().saving).toBe(true)
  await stored('old new', 4)
  expect(now()).toEqual({ text: 'old new', seen: { text: 'old new', version: 4 }, saving: false })
})

test('what is typed while a save is under way is saved after it, by the version that it brought', async () => {
  const { saver, sent, stored, now } = notepad()
  saver.typed('a')
  const saved = saver.saveNow()
  saver.typed('ab')
  await stored('a', 1)
  expect(sent).toEqual([
    { text: 'a', version: 0 },
    { text: 'ab', version: 1 },
  ])
  await stored('ab', 2)
  expect(await saved).toBe(true)
  expect(now().seen.version).toBe(2)
})

test('another tab wrote meanwhile: both texts are taken over', async () => {
  const { saver, stored, now } = notepad('x', 1)
  saver.typed('x mine')
  await vi.advanceTimersByTimeAsync(800)
  await stored('x theirs\nx mine', 3)
  expect(now()).toMatchObject({ text: 'x theirs\nx mine', seen: { version: 3 } })
})

test('another tab wrote, and somebody typed on: nothing typed is lost, and the old version is named again', async () => {
  const { saver, sent, stored, now } = notepad('x', 1)
  saver.typed('x mine')
  await vi.advanceTimersByTimeAsync(800)
  saver.typed('x mine, more')
  await stored('x theirs\nx mine', 3)
  expect(now().text).toBe('x mine, more')
  expect(sent.at(-1)).toEqual({ text: 'x mine, more', version: 1 })
  await stored('x theirs\nx mine, more', 4)
  expect(now()).toMatchObject({ text: 'x theirs\nx mine, more', seen: { version: 4 }, saving: false })
})

test('a save that is refused says why, keeps the text, and is tried again with the next letter', async () => {
  const { saver, sent, answer, stored, now } = notepad()
  saver.typed('a')
  const saved = saver.saveNow()
  await answer({ ok: false, refused: 'unavailable', say: 'not now' })
  expect(await saved).toBe(false)
  expect(now()).toMatchObject({ text: 'a', failed: 'not now', saving: false })
  saver.typed('ab')
  await vi.advanceTimersByTimeAsync(800)
  expect(sent).toHaveLength(2)
  await stored('ab', 1)
  expect(now().failed).toBeUndefined()
})

test('more than 64 KiB is not sent', async () => {
  const { saver, sent, now } = notepad()
  saver.typed('é'.repeat(32 * 1024 + 1))
  expect(await saver.saveNow()).toBe(false)
  expect(sent).toEqual([])
  expect(now().failed).toMatch(/64 KiB/)
})

test('what another tab wrote comes by polling, unless something here is not saved', () => {
  const { saver, now } = notepad('a', 1)
  saver.heard({ text: 'older', version: 1 })
  expect(now().text).toBe('a')
  saver.heard({ text: 'theirs', version: 2 })
  expect(now()).toMatchObject({ text: 'theirs', seen: { version: 2 } })
  saver.typed('theirs, mine')
  saver.heard({ text: 'theirs again', version: 3 })
  expect(now()).toMatchObject({ text: 'theirs, mine', seen: { version: 2 } })
})
