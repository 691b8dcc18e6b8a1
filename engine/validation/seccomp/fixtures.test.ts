import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../yaml/finding.ts'
import { lineColumn } from '../../yaml/place.ts'
import { compileSeccompProfile, type SeccompDecision } from './decide.ts'
import { errnoName, errnoNumber } from './errno.ts'
import { explainSeccomp } from './explain.ts'
import { seccompFindings } from './finding-codes.ts'
import { readSeccompProfile } from './read.ts'
import { containerStarts } from './starts.ts'

/**
 * A fixture holds profiles parted by `---`. Lines that begin with `#` are taken out before the profile is read:
 * `# ^ code` a finding that starts at the caret in the line above · `#! code` a finding anywhere · `#= words` of the first error
 * `#* words` of some finding · `#? call = ACTION errno by` a decision · `#: sentence` that explains it
 * `#+nnp`, `#-nnp`: what a start lacks, and the words
 */
const folder = new URL('./fixtures/', import.meta.url)
const seen = new Set<string>()

for (const file of readdirSync(folder)) {
  const documents = readFileSync(new URL(file, folder), 'utf8').split(/^---\n/m)
  describe(file, () => {
    for (const [index, document] of documents.entries()) test(title(document, index), () => check(document))
  })
}

// What is large is not kept in a file.
test.each([
  ['seccomp-too-large', ' '.repeat(1024 * 1024 + 1)],
  ['seccomp-too-complex', manyRules(400, 400)],
  ['seccomp-json-syntax', '['.repeat(500_000)],
])('%s', (code, text) => {
  const { findings } = readSeccompProfile(text)
  expect(codesOf(findings)).toContain(code)
  seen.add(code)
})

/** Comparisons of one argument are rules of their own, for each of the names. */
function manyRules(names: number, args: number): string {
  const entry = {
    names: Array.from({ length: names }, () => 'read'),
    action: 'SCMP_ACT_LOG',
    args: Array.from({ length: args }, (_, value) => ({ index: 0, value, op: 'SCMP_CMP_EQ' })),
  }
  return JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [entry] })
}

test('every finding has a fixture', () => {
  // `docker/read.test.ts` holds the one that Docker alone gives.
  const codes = Object.keys(seccompFindings).filter(it => it !== 'seccomp-docker-refused')
  expect([...seen].sort()).toEqual(codes.sort())
})

function title(document: string, index: number): string {
  return /^# (\w.*)$/m.exec(document)?.[1] ?? `document ${index + 1}`
}

function check(document: string): void {
  const lines = document.split('\n')
  const text = lines.filter(line => !line.startsWith('#')).join('\n')
  const reading = readSeccompProfile(text)
  for (const { code } of reading.findings) seen.add(code)

  const pointed: string[] = []
  let line = 0
  for (const it of lines) {
    if (!it.startsWith('#')) line++
    const caret = /^# *\^ (\S+)$/.exec(it)
    if (caret) pointed.push(`${line}:${it.indexOf('^') + 1} ${caret[1]}`)
  }
  const anywhere = lines.flatMap(it => /^#! (\S+)$/.exec(it)?.[1] ?? [])
  const placed = reading.findings.filter(it => !anywhere.includes(it.code)).map(it => `${placeOf(text, it)} ${it.code}`)
  expect(placed.sort()).toEqual(pointed.sort())
  expect(codesOf(reading.findings.filter(it => anywhere.includes(it.code)))).toEqual(anywhere.sort())

  const words = lines.flatMap(it => /^#= (.+)$/.exec(it)?.[1] ?? [])
  const errors = reading.findings.filter(it => it.severity === 'error')
  if (words.length > 0) expect(errors[0]?.message).toBe(words[0])

  for (const it of lines.flatMap(line => /^#\* (.+)$/.exec(line)?.[1] ?? []))
    expect(reading.findings.map(({ message }) => message)).toContain(it)

  const profile = reading.value
  if (profile === undefined) return
  const compiled = compileSeccompProfile(profile)
  for (const [index, it] of lines.entries()) {
    const asked = /^#\? (?:(\w+):)?(\w+)(?:\(([^)]*)\))? = (.+)$/.exec(it)
    if (asked) {
      const [, arch, syscall = '', args = '', expected] = asked
      const call = { syscall, ...(arch && { arch }), args: args.split(',').map(arg => BigInt(arg.trim() || 0)) }
      const decision = compiled.decide(call)
      expect(`${it} → ${spelt(decision)}`).toBe(`${it} → ${expected}`)
      const sentence = /^#: (.+)$/.exec(lines[index + 1] ?? '')?.[1]
      if (sentence) expect(explainSeccomp(profile, call, decision, text)).toBe(sentence)
    }
    const start = /^#([+-])nnp (\S+)(?: (.+))?$/.exec(it)
    if (start) {
      const got = containerStarts(compiled, { noNewPrivileges: start[1] === '+' })
      const said =
        'undecided' in got
          ? ['undecided', undefined]
          : got.starts
            ? ['starts', undefined]
            : [got.missing ?? '-', got.message]
      expect(said).toEqual([start[2], start[3]])
    }
  }
}

const codesOf = (findings: readonly Finding[]) => findings.map(it => it.code).sort()

function placeOf(text: string, { range }: Finding): string {
  if (range === undefined) return 'nowhere'
  const { line, column } = lineColumn(text, range.start)
  return `${line}:${column}`
}

function spelt(decision: SeccompDecision): string {
  if (!('action' in decision)) return 'undecided'
  const { action, errno, by } = decision
  const name =
    errno === undefined
      ? ''
      : errnoNumber(errnoName(errno)) === undefined || action === 'TRACE'
        ? errno
        : errnoName(errno)
  return [action, name, by.kind === 'rule' ? `rule ${by.rule + 1}` : by.kind].filter(it => it !== '').join(' ')
}
