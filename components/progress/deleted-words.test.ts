import { expect, test } from 'vitest'
import { deletedWords, type Stored } from './deleted-words.ts'

const nothing: Stored = { attempts: 0, labs: 0, exams: 0, running: false }

test.each<[Partial<Stored>, string]>([
  [{}, 'Nothing of yours is stored so far but a random number that tells you from others.'],
  [{ attempts: 1, labs: 1 }, 'This deletes 1 attempt at 1 lab, with every step, check and hint.'],
  [{ exams: 2 }, 'This deletes 2 exams with all work, notes and reports.'],
  [
    { attempts: 3, labs: 2, exams: 1 },
    'This deletes 3 attempts at 2 labs, with every step, check and hint; and 1 exam with all work, notes and reports.',
  ],
  [
    { exams: 1, running: true },
    'This deletes 1 exam with all work, notes and reports. The exam that is running ends at once and is not graded.',
  ],
])('%j', (stored, words) => {
  expect(deletedWords({ ...nothing, ...stored })).toBe(words)
})
