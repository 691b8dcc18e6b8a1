import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fixtureHost } from '../fixtures/host.ts'
import { unmetWants } from './unmet.ts'
import { type Component, wants } from './wants.ts'

const words = z.array(z.string())
const shape = z.record(z.string(), z.record(z.string(), z.strictObject({ met: words, unmet: words })))
const file = readFileSync(new URL('../fixtures/benchmark.yaml', import.meta.url), 'utf8')
const cases = shape.parse(parse(file))

describe.each(Object.keys(wants) as Component[])('what the benchmark wants of %s', component => {
  const unmet = (args: readonly string[]) => unmetWants(component, args, fixtureHost)?.map(({ id }) => id)

  it('has an example each, met and unmet', () => {
    expect(Object.keys(cases[component] ?? {})).toEqual(wants[component].map(({ id }) => id))
  })

  it.each(Object.entries(cases[component] ?? {}))('%s', (id, examples) => {
    expect(unmet(examples.met)).not.toContain(id)
    expect(unmet(examples.unmet)).toContain(id)
  })

  it('is not told of a command line that cannot be read', () => {
    expect(unmet(['--nothing'])).toBeUndefined()
  })
})
