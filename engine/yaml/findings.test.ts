import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fixtureCases } from './caret-fixture.ts'
import type { Finding } from './finding.ts'
import { readKubernetesYaml } from './kubernetes-document.ts'
import { lineColumn } from './place.ts'
import { readYaml } from './read-yaml.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const read = (name: string) => readFileSync(`${here}${name}`, 'utf8')
const readers = [
  ['fixtures/findings.yaml', readYaml],
  ['fixtures/kubernetes.yaml', readKubernetesYaml],
] as const

for (const [file, reader] of readers)
  describe(file, () => {
    it.each(fixtureCases(read(file)))('$title', ({ text, expected }) => {
      expect(reader(text).findings.map(finding => placed(text, finding))).toEqual(expected)
    })
  })

it('has a fixture or a test for every code', () => {
  const shown = readers.flatMap(([file]) => fixtureCases(read(file)).flatMap(({ expected }) => expected))
  const tested = new Set([...shown.map(({ code }) => code), ...codesIn(read('read-yaml.test.ts'))])
  const sources = readdirSync(here).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  expect([...new Set(sources.flatMap(name => codesIn(read(name))))].filter(code => !tested.has(code))).toEqual([])
})

function codesIn(source: string): readonly string[] {
  return [...source.matchAll(/'(yaml-[a-z-]+)'/g)].map(found => found[1] ?? '')
}

function placed(text: string, { code, range }: Finding) {
  return { code, ...lineColumn(text, range?.start ?? 0) }
}
