import { existsSync } from 'node:fs'
import type { Element, Root } from 'hast'
import { describe, expect, test } from 'vitest'
import { lessons } from '#packs/lessons.ts'
import { parseCall } from './call.ts'
import { decideCall } from './decide-call.ts'
import { DIAGRAMS } from './diagrams/diagrams.ts'
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

  test('has widgets whose every call is decided', () => {
    for (const widget of all(tree, 'x-try')) {
      const profile = lesson.examples[words(widget, 'profile')]
      expect(profile, words(widget, 'profile')).toBeDefined()
      for (const call of [words(widget, 'ask'), ...words(widget, 'calls').split(' ')]) {
        const parsed = parseCall(call)
        expect(parsed, call).toBeDefined()
        if (parsed) expect(decideCall(profile ?? '', parsed).decided, call).toBe(true)
      }
    }
  })
})
