import { describe, expect, test } from 'vitest'
import type { Blueprint, BlueprintTask } from './blueprint.ts'
import { drawPaper } from './draw-paper.ts'
import type { ExamLab } from './exam-lab.ts'

const lab = (id: string, domain: string, difficulty: ExamLab['difficulty'], points = 5, variants = 3): ExamLab => {
  return { id, domain, difficulty, points, variants }
}
const labs = [
  lab('p/a', 'monitoring', 'direct', 10),
  lab('p/b', 'monitoring', 'careful', 20),
  lab('p/c', 'monitoring', 'hard'),
  lab('p/d', 'supply-chain', 'hard'),
  lab('p/e', 'supply-chain', 'direct', 5, 1),
  lab('q/f', 'system-hardening', 'careful'),
]
const blueprint = (tasks: readonly BlueprintTask[], rest: Partial<Blueprint> = {}): Blueprint => {
  return { id: 'x', title: 'X', summary: '', minutes: 10, pass: 67, weights: 'by-points', tasks, ...rest }
}
const draw = (
  count: number,
  from: { pack?: string[]; domain?: string[]; difficulty?: ExamLab['difficulty'][] } = {},
) => {
  return { draw: { count, from } }
}
const paperOf = (exam: Blueprint, seed: string, from: readonly ExamLab[] = labs) => {
  const drawn = drawPaper(exam, from, seed)
  if ('fault' in drawn) throw new Error(drawn.fault)
  return drawn.paper
}
const seeds = Array.from({ length: 200 }, (_, at) => `seed ${at}`)
/** Everything that the seeds draw, sorted, each once. */
const outcomes = (exam: Blueprint) => {
  const drawn = seeds.map(seed =>
    paperOf(exam, seed)
      .tasks.map(task => task.lab)
      .join(' '),
  )
  return [...new Set(drawn)].sort()
}

/** What 200 seeds draw from six labs: all that may be drawn, and nothing else. */
const DRAWN: readonly (readonly [string, readonly BlueprintTask[], readonly string[]])[] = [
  ['fixed labs in the order of the entries', [{ lab: 'p/d' }, { lab: 'p/a' }], ['p/d p/a']],
  ['each of a domain', [draw(1, { domain: ['monitoring'] })], ['p/a', 'p/b', 'p/c']],
  ['each of a difficulty', [draw(1, { difficulty: ['hard'] })], ['p/c', 'p/d']],
  ['each of a pack', [draw(1, { pack: ['q'] })], ['q/f']],
  ['what fits both lists', [draw(1, { domain: ['monitoring'], difficulty: ['direct', 'hard'] })], ['p/a', 'p/c']],
  ['two, never the same, in any order', [draw(2, { domain: ['supply-chain'] })], ['p/d p/e', 'p/e p/d']],
  ['fixed labs are reserved, though they come later', [draw(1, { difficulty: ['hard'] }), { lab: 'p/c' }], ['p/d p/c']],
  [
    'a draw leaves what a later one needs',
    [draw(1, { difficulty: ['hard'] }), draw(1, { domain: ['monitoring'], difficulty: ['hard'] })],
    ['p/d p/c'],
  ],
]

describe('drawing an exam', () => {
  test.each(DRAWN)('%s', (_, tasks, expected) => {
    expect(outcomes(blueprint(tasks))).toEqual(expected)
  })

  test('takes everything when everything is asked for', () => {
    const drawn = paperOf(blueprint([draw(6)]), 'reef').tasks.map(task => task.lab)
    expect(drawn.toSorted()).toEqual(labs.map(({ id }) => id))
  })

  test('is the same by the same seed, in whatever order the labs come', () => {
    const exam = blueprint([draw(3), { lab: 'p/e' }])
    for (const seed of seeds) {
      const paper = paperOf(exam, seed)
      expect(paperOf(exam, seed)).toEqual(paper)
      expect(paperOf(exam, seed, labs.toReversed())).toEqual(paper)
    }
  })

  test('stays what it was when the program is renewed', () => {
    const { tasks } = paperOf(blueprint([draw(3, { pack: ['p'] }), { lab: 'p/e' }]), 'reef')
    expect(tasks.map(task => `${task.lab}#${task.variant}`)).toEqual(['p/b#1', 'p/a#0', 'p/d#2', 'p/e#0'])
  })

  test('draws every variant that there is, and no other', () => {
    const variants = (id: string) => {
      const drawn = seeds.map(seed => paperOf(blueprint([{ lab: id }]), seed).tasks[0]?.variant)
      return [...new Set(drawn)].sort()
    }
    expect(variants('p/a')).toEqual([0, 1, 2])
    expect(variants('p/e')).toEqual([0])
  })

  test('weighs by points, or as the exam says', () => {
    const tasks = [{ lab: 'p/a' }, { lab: 'p/b' }, { lab: 'p/c' }]
    expect(paperOf(blueprint(tasks), 's').tasks.map(task => task.weight)).toEqual([29, 57, 14])
    const weights = [10, 20, 70]
    expect(paperOf(blueprint(tasks, { weights }), 's').tasks.map(task => task.weight)).toEqual(weights)
  })

  test('says what cannot be drawn', () => {
    expect(drawPaper(blueprint([{ lab: 'p/a' }, { lab: 'p/z' }]), labs, 's')).toEqual({
      fault: 'Task entry 2 of the exam “X”: There is no lab `p/z`.',
    })
  })

  test('whether it can be drawn does not depend on the seed', () => {
    const tasks = [draw(2, { difficulty: ['hard'] }), draw(1, { domain: ['monitoring'], difficulty: ['hard'] })]
    for (const seed of seeds) expect(drawPaper(blueprint(tasks), labs, seed)).toHaveProperty('fault')
  })
})
