import { afterAll, describe, expect, it } from 'vitest'
import { mutated } from './mutate.ts'
import { readers } from './readers.ts'
import { seedsOf } from './seeds.ts'
import { anyShapes, filled, type Shape } from './shapes.ts'
import { shapesOf } from './shapes-of-kinds.ts'
import { stepCounter } from './steps.ts'

/** One reader for each way in which a text is taken apart. The others are built on these. */
const ways = ['yaml', 'kubernetes-yaml', 'falco', 'seccomp', 'containerd', 'apparmor', 'kube-apiserver-flags']

/** Steps that any text may take, below which growth tells nothing, and those for each of its code units. */
const budget = { any: 80_000, each: 160 }
/** A text four times as long may take so many times the steps. */
const growth = 5.6
/** Code units. */
const lengths = [600, 2400] as const

/**
 * Shapes that grow faster up to a limit of their reader, or with what they stand for once it is written out, and how many
 * steps a code unit may take there.
 */
const faster: Readonly<Record<string, number>> = {
  // Falco writes a list out wherever a condition names it, and a macro as well.
  'falco: a long list, often used': 2_000,
  'falco: a list in many conditions': 2_000,
  'falco: macros of macros, used': 1_200,
  'falco: half a text of one list, beside others': 800,
  'falco: half a text of fields in a list': 300,
  'falco: half a text of one macro, in all conditions': 300,
  // Comparisons that a condition joins are held against each other, the first 64 of them, and so many in a whole file.
  'falco: values of one exception': 400,
  // For each of the first hundred names that are not known, the nearest one is looked for.
  'falco: names that are nearly right': 400,
  'seccomp: names': 400,
  // Each pair of paths that lead to another profile is held against each other, under a limit.
  'apparmor: transitions': 160,
  // Aliases are written out, under a limit.
  'kubernetes-yaml: merges of merges': 300,
}

const counter = stepCounter(url => url.includes('/engine/') || url.includes('/bench/fuzz/properties.test'))
afterAll(() => counter.close())

describe.each(readers)('$id', reader => {
  const own = shapesOf[reader.id] ?? []
  const counted = ways.includes(reader.id) ? [...anyShapes, ...own] : own

  it('takes no more steps than its budget, and no more than four times as many for a text four times as long', () => {
    const costs = counted.map(shape => {
      // What is made once, such as tables, is made here.
      reader.read(shape.make(250))
      const [small, large] = lengths.map(size => stepsOf(shape, size))
      return { name: `${reader.id}: ${shape.name}`, small: small ?? 0, large: large ?? 0 }
    })
    const over = costs.filter(({ name, large }) => large > budget.any + lengths[1] * (faster[name] ?? budget.each))
    const steep = costs.filter(
      ({ name, small, large }) => large > budget.any && large > growth * small && !Object.hasOwn(faster, name),
    )
    expect({ over, steep }).toEqual({ over: [], steep: [] })
  })

  it('reads hard shapes and changed fixtures without a throw, and each to the same end twice', () => {
    const seeds = seedsOf(reader.id)
    const shapes = [...anyShapes, ...own].map(({ make }) => make(500))
    const changed = Array.from({ length: 40 }, (_, round) => mutated(seeds, 7, round))
    for (const text of [...shapes, ...changed]) {
      const first = reader.read(text)
      expect({ text, read: reader.read(text) }).toEqual({ text, read: first })
    }
  })

  function stepsOf({ make }: Shape, size: number): number {
    const text = make(size)
    return counter.count(() => reader.read(text))
  }
})

describe('the counter of steps', () => {
  const pairs = (text: string) => {
    const places = [...text].map((_, place) => place)
    return places.flatMap(one => places.filter(other => other > one)).length
  }

  it('counts the same each time, and sees work that grows with the square', () => {
    const { make } = filled('x', '', 'x')
    counter.count(() => pairs(make(100)))
    const [small, again, large] = [100, 100, 400].map(size => counter.count(() => pairs(make(size))))
    expect(again).toBe(small)
    expect((large ?? 0) / (small ?? 1)).toBeGreaterThan(10)
  })
})
