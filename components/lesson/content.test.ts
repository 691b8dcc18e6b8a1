import { existsSync } from 'node:fs'
import type { Element, Root } from 'hast'
import { describe, expect, test } from 'vitest'
import { readAuditPolicy } from '#engine/validation/audit-policy/read.ts'
import { lessons } from '#packs/lessons.ts'
import { parseCall } from './call.ts'
import { decideCall } from './decide-call.ts'
import { DIAGRAMS } from './diagrams/diagrams.ts'
import { readRequestForm } from './read-request-form.ts'
import { shortRequests } from './request-form.ts'
import { lessonTree } from './to-tree.ts'

function all(node: Root | Element, tag: string): readonly Element[] {
  return node.children.flatMap(it =>
    it.type === 'element' ? [...(it.tagName === tag ? [it] : []), ...all(it, tag)] : [],
  )
}

const words = (element: Element, name: string) => String(element.properties[name] ?? '')

describe.each((await lessons()).map(it => [it.slug, it] as const))('lesson %s', (_, lesson) => {
  const { tree, findings } = lessonTree(lesson.body)

  test('has directives that can be read', () => {
    expect(findings).toEqual([])
  })

  test('names diagrams that are drawn', () => {
    expect(
      all(tree, 'x-diagram')
        .map(it => words(it, 'name'))
        .filter(name => !(name in DIAGRAMS)),
    ).toEqual([])
  })

  test('names labs that are there', () => {
    expect(lesson.labs.filter(id => !existsSync(`labs/${id}/lab.yaml`))).toEqual([])
  })

  test('has questions with ids of their own', () => {
    const ids = all(tree, 'x-question').map(it => words(it, 'id'))
    expect(ids).toEqual([...new Set(ids)])
  })

  const widgets = (kind: string) => all(tree, 'x-try').filter(it => words(it, 'kind') === kind)

  test('has widgets of a known kind', () => {
    expect(all(tree, 'x-try').length).toBe(widgets('syscalls').length + widgets('requests').length)
  })

  test('has widgets whose every call is decided', () => {
    for (const widget of widgets('syscalls')) {
      const profile = lesson.examples[words(widget, 'profile')]
      expect(profile, words(widget, 'profile')).toBeDefined()
      for (const call of [words(widget, 'ask'), ...words(widget, 'calls').split(' ')]) {
        const parsed = parseCall(call)
        expect(parsed, call).toBeDefined()
        if (parsed) expect(decideCall(profile ?? '', parsed).decided, call).toBe(true)
      }
    }
  })

  test('has widgets whose every request can be asked', () => {
    for (const widget of widgets('requests')) {
      const { value, findings } = readAuditPolicy(lesson.examples[words(widget, 'policy')] ?? '')
      // A lesson may show which requests no rule matches: that is a note.
      const faults = findings.filter(({ severity }) => severity !== 'info')
      expect(faults, words(widget, 'policy')).toEqual([])
      const offered = shortRequests(words(widget, 'requests'))
      expect(offered.length).toBeGreaterThan(2)
      expect(value && offered.map(readRequestForm).filter(it => typeof it === 'string')).toEqual([])
    }
  })
})
