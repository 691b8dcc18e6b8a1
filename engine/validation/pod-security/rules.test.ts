import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import type { Path } from '../../yaml/range.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { containersOf } from '../pod/containers.ts'
import type { Pod } from '../pod/pod.ts'
import { detailsOf, newestVersion } from './evaluate.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

/**
 * A case is a Pod, asked about at every version. `# v31: reason (detail)` tells what the check says from v1.31 on, or
 * `nothing`; a caret with `v0-30` marks what decides from v1.0 to v1.30, `v31` from v1.31 on.
 */
const folder = new URL('fixtures/rules/', import.meta.url)
const versions = Array.from({ length: newestVersion + 2 }, (_, minor) => minor)
const podShape = z.custom<Pick<Pod, 'spec'> & Partial<Pod>>(it => typeof it === 'object' && it !== null && 'spec' in it)

interface Case {
  readonly title: string
  readonly text: string
  readonly said: readonly { readonly since: number; readonly words: string }[]
  readonly marks: readonly string[]
}

function casesOf(rule: Rule): readonly Case[] {
  return fixtureCases(readFileSync(new URL(`${fileOf(rule)}.yaml`, folder), 'utf8')).map(
    ({ title, text, expected }) => ({
      title,
      text,
      said: [...text.matchAll(/^# v(\d+): (.+)$/gm)].map(([, since, words = '']) => ({ since: Number(since), words })),
      marks: expected.map(({ code, line, column }) => `${line}:${column} ${code}`),
    }),
  )
}

function wordsAt({ said }: Case, version: number): string {
  return said.findLast(({ since }) => since <= version)?.words ?? 'nothing'
}

describe.each(rules)('$id', rule => {
  it.each(casesOf(rule))('$title', each => {
    const document = readYaml(each.text).documents[0]
    const pod: Pod = { metadata: {}, ...podShape.parse(document?.value) }
    const placeOf = (path: Path): string => {
      const range = document?.rangeOf(path)
      if (!range) return placeOf(path.slice(0, -1))
      const { line, column } = lineColumn(each.text, range.start)
      return `${line}:${column}`
    }
    const seen = new Map<string, number[]>()
    for (const version of versions) {
      const revision = rule.revisions.findLast(({ since }) => since <= version)
      const violation = revision?.check(pod, containersOf(pod.spec))
      const words = violation ? detailsOf([violation]) : 'nothing'
      expect(`v${version}: ${words}`).toBe(`v${version}: ${wordsAt(each, version)}`)
      for (const path of violation?.paths() ?? []) {
        const place = placeOf(path)
        seen.set(place, [...(seen.get(place) ?? []), version])
      }
    }
    const marks = [...seen].map(([place, [first = 0, ...more]]) => {
      const last = more.at(-1) ?? first
      return `${place} v${first}${last === versions.at(-1) ? '' : `-${last}`}`
    })
    expect(marks.sort()).toEqual([...each.marks].sort())
  })

  it('has a Pod that it says nothing of, and one for each revision that tells it from the one before', () => {
    const cases = casesOf(rule)
    expect(cases.some(({ said }) => said.length === 0)).toBe(true)
    const shown = rule.revisions.map(({ since }) =>
      cases.some(each => wordsAt(each, since) !== (since === 0 ? 'nothing' : wordsAt(each, since - 1))),
    )
    expect(shown).toEqual(rule.revisions.map(() => true))
  })
})

/** A check lies in the file that has its name, and so do its Pods. */
function fileOf({ id }: Rule): string {
  return id.replaceAll('_', '-').replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

it('every check has its file and its Pods, and nothing else has', () => {
  const named = (folder: string, ending: string) =>
    readdirSync(new URL(folder, import.meta.url)).map(name => name.replace(ending, ''))
  const files = rules.map(fileOf).sort()
  expect(named('rules/', '.ts').sort()).toEqual(files)
  expect(named('fixtures/rules/', '.yaml').sort()).toEqual(files)
})
