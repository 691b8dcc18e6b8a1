import type { Root, RootContent } from 'hast'
import { describe, expect, test } from 'vitest'
import { outline } from './outline.ts'
import { lessonTree, plainTree } from './to-tree.ts'

/** A tree as one line of text: `p[a href=/labs["x"]]`. */
function told(node: Root | RootContent): string {
  if (node.type === 'text') return node.value.trim() ? JSON.stringify(node.value) : ''
  if (node.type !== 'element' && node.type !== 'root') return `<${node.type}>`
  const inside = node.children.map(told).filter(Boolean).join(' ')
  if (node.type === 'root') return inside
  const properties = Object.entries(node.properties).map(([name, value]) => ` ${name}=${value}`)
  return `${node.tagName}${properties.join('')}[${inside}]`
}

/** What Markdown of anybody comes out as. Nothing in it may run, load or look like a part of the page. */
const UNTRUSTED: readonly (readonly [string, string, string])[] = [
  ['a script', 'a\n\n<script>alert(1)</script>\n', 'p["a"]'],
  ['an element with a handler', '<img src=x onerror=alert(1)>', ''],
  ['raw HTML within a line', 'a <b onclick="x()">b</b>', 'p["a " "b"]'],
  ['a frame', '<iframe src="https://example.org"></iframe>', ''],
  ['a link that runs', '[l](javascript:alert(1))', 'p[a["l"]]'],
  ['the same in other letters', '[l](JaVaScRiPt:alert(1))', 'p[a["l"]]'],
  ['the same with a tab', '[l](java&#x09;script:alert(1))', 'p[a["l"]]'],
  ['a link that carries data', '[l](data:text/html;base64,AAAA)', 'p[a["l"]]'],
  ['a link by reference', '[l][r]\n\n[r]: vbscript:x\n', 'p[a["l"]]'],
  ['a link in angle brackets', '<javascript:alert(1)>', 'p[a["javascript:alert(1)"]]'],
  ['an image', '![i](https://example.org/x.png)', 'p[]'],
  ['an image as data', '![i](data:image/svg+xml;base64,AAAA)', 'p[]'],
  ['a directive', '::try{kind="syscalls"}', 'p["::try{kind=\\"syscalls\\"}"]'],
  ['a question', ':::question{id="a"}\nAsk\n:::', 'p[":::question{id=\\"a\\"}\\nAsk\\n:::"]'],
  ['an element of our own', '<x-try kind="syscalls"></x-try>', 'p[]'],
  ['a class and an id', '<p id="main" class="bar">x</p>', ''],
  ['an odd language of a fence', '```"><script>\nx\n```', 'pre[code className=["x\\n"]]'],
]

/** What must survive. */
const PLAIN: readonly (readonly [string, string, string])[] = [
  ['a link to another site', '[l](https://example.org)', 'p[a href=https://example.org["l"]]'],
  ['a link inside the site', '[l](/labs)', 'p[a href=/labs["l"]]'],
  [
    'a fence with its meta',
    '```json file=/a.json\n{}\n```',
    'pre[code className=language-json dataMeta=file=/a.json["{}\\n"]]',
  ],
  ['a table', '| a |\n| --- |\n| b |', 'table[thead[tr[th["a"]]] tbody[tr[td["b"]]]]'],
  ['an alert', '> [!WARNING]\n> **Mind.** It bites.', 'x-alert keyword=WARNING[p[strong["Mind."] " It bites."]]'],
  ['a word with a colon', 'user:role', 'p["user:role"]'],
]

describe('Markdown of anybody', () => {
  test.each([...UNTRUSTED, ...PLAIN])('%s', (_, text, expected) => {
    expect(told(plainTree(text))).toBe(expected)
  })
})

/** A lesson's text, its tree, and its findings as `code:line`. */
const LESSONS: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a diagram', '::diagram{name="a"}', 'x-diagram name=a[]', []],
  ['a widget', '::try{kind="syscalls" ask="mount"}', 'x-try kind=syscalls ask=mount[]', []],
  ['an attribute that is not ours', '::diagram{name="a" onclick="x"}', 'x-diagram name=a[]', []],
  [
    'a question',
    ':::question{id="q"}\nAsk `x`?\n- [ ] No\n- [x] *Yes*\n> Because.\n:::',
    'x-question id=q[x-prompt["Ask " code["x"] "?"] x-choice right=no["No"] x-choice right=yes[em["Yes"]] x-why[p["Because."]]]',
    [],
  ],
  ['a question with two right choices', ':::question{id="q"}\nAsk\n- [x] A\n- [x] B\n> W\n:::', '', ['question:1']],
  ['a question with nothing but text', 'Text.\n\n:::question\nAsk\n:::', '', Array(4).fill('question:3')],
  ['a directive that is not known', 'Text.\n\n::vidoe{id="a"}', '', ['unknown-directive:3']],
  ['a container that is not known', ':::tip\nText.\n:::', '', ['unknown-directive:1']],
  ['a title in the text', 'Text.\n\n# Again\n', '', ['second-title:3']],
  ['what only looks like a directive', 'user:role:type at 12:30', '', []],
  ['raw HTML', '<script>x</script>\n\nText', 'p["Text"]', []],
]

describe('a lesson’s text', () => {
  test.each(LESSONS)('%s', (_, text, expected, codes) => {
    const { tree, findings } = lessonTree(text)
    expect(findings.map(it => `${it.code}:${it.line}`)).toEqual(codes)
    if (expected) expect(told(tree)).toBe(expected)
  })

  test('text with colons stays as written', () => {
    const words = told(lessonTree('user:role:type at 12:30').tree)
    expect(words.replaceAll('" "', '')).toBe('p["user:role:type at 12:30"]')
  })

  test('has its sections as an outline', () => {
    expect(outline(lessonTree('## One `two`\n\nText\n\n### Below\n\n## Three').tree)).toEqual([
      { id: 'one-two', title: 'One two' },
      { id: 'three', title: 'Three' },
    ])
  })
})
