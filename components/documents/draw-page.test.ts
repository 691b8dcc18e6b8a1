import type { Nodes } from 'hast'
import { expect, test } from 'vitest'
import { documents } from '#packs/documents.ts'
import { lessonTree } from '../lesson/to-tree.ts'
import { drawPage } from './draw-page.ts'
import { type Drawn, drawnTags, wordsOf } from './drawn.ts'
import { monthInWords } from './month.ts'

const cases: readonly (readonly [what: string, markdown: string, drawn: readonly Drawn[]])[] = [
  ['a heading and words', '## A *b*', [{ tag: 'h2', inside: ['A ', { tag: 'em', inside: ['b'] }] }]],
  ['a link', '[a](/documents/b)', [{ tag: 'p', inside: [{ tag: 'a', href: '/documents/b', inside: ['a'] }] }]],
  ['a link that leads nowhere good', '[a](javascript:b)', [{ tag: 'p', inside: [{ tag: 'a', inside: ['a'] }] }]],
  ['what the drawer does not draw: its words stay', '#### A', ['A']],
  ['no HTML', 'a <b onclick="c">d</b>', [{ tag: 'p', inside: ['a ', 'd'] }]],
  ['a note', '> [!NOTE]\n> A', [{ tag: 'x-alert', keyword: 'NOTE', inside: [{ tag: 'p', inside: ['A'] }] }]],
  [
    'code with its file and host',
    '```yaml file=/a.yaml host=node01\na: 1\n```',
    [
      {
        code: 'a: 1',
        name: '/a.yaml',
        host: 'node01',
        lines: [[{ text: 'a', kind: 'key' }, { text: ':', kind: 'pun' }, { text: ' ' }, { text: '1', kind: 'num' }]],
      },
    ],
  ],
]

test.each(cases)('%s', async (_, markdown, drawn) => expect(await drawPage(markdown)).toEqual(drawn))

test.each((await documents()).quickReferences)('$slug has no element that the drawer leaves out', async ({ body }) => {
  const known: readonly string[] = [...drawnTags, 'pre']
  expect(tagsIn(lessonTree(body).tree).filter(it => !known.includes(it))).toEqual([])
  const words = wordsOf(await drawPage(body))
  for (const heading of body.match(/(?<=^## ).*$/gm) ?? []) expect(words).toContain(heading)
})

function tagsIn(node: Nodes): readonly string[] {
  const own = node.type === 'element' ? [node.tagName] : []
  return 'children' in node ? [...own, ...node.children.flatMap(tagsIn)] : own
}

test('a month is said in words', () => expect(monthInWords('2026-06')).toBe('June 2026'))
