import type { Nodes, Parents, Root, RootContent } from 'mdast'
import { type ContainerDirective, readQuestion } from './read-question.ts'

type Directive = Extract<Nodes, { type: 'textDirective' | 'leafDirective' | 'containerDirective' }>

/** A fault of a lesson's text, told to its author. */
export interface DirectiveFinding {
  readonly code: string
  readonly line: number
  readonly message: string
}

const LEAVES = new Set(['diagram', 'try', 'count'])

/**
 * Turns `::diagram{…}`, `::try{…}`, `::count{…}` and `:::question{…}` into elements of our own (`x-…`),
 * and everything else that only looks like a directive (`user:role`) back into the text it was.
 */
export function applyDirectives(tree: Root, text: string): readonly DirectiveFinding[] {
  const findings: DirectiveFinding[] = tree.children
    .filter(it => it.type === 'heading' && it.depth === 1)
    .map(it => ({ ...SECOND_TITLE, line: it.position?.start.line ?? 1 }))
  walk(tree, parent => {
    parent.children = parent.children.map(node => {
      if (!isDirective(node)) return node
      if (node.type === 'textDirective') return asWritten(node, text)
      const said = node.type === 'leafDirective' ? leaf(node) : container(node)
      findings.push(...said.map(it => ({ ...it, line: node.position?.start.line ?? 1 })))
      return node
    }) as typeof parent.children
  })
  return findings
}

const SECOND_TITLE = {
  code: 'second-title',
  message: 'The title comes from the front matter; begin sections with "## ".',
}

type Said = Omit<DirectiveFinding, 'line'>

function leaf(node: Directive): readonly Said[] {
  if (!LEAVES.has(node.name)) return [unknown(`::${node.name}`)]
  node.data = { hName: `x-${node.name}`, hProperties: { ...node.attributes } }
  return []
}

function container(node: ContainerDirective): readonly Said[] {
  if (node.name !== 'question') return [unknown(`:::${node.name}`)]
  const { parts, problems } = readQuestion(node)
  node.children = [...parts]
  node.data = { hName: 'x-question', hProperties: { id: node.attributes?.id ?? '' } }
  return problems.map(message => ({ code: 'question', message }))
}

const unknown = (name: string): Said => ({
  code: 'unknown-directive',
  message: `Unknown directive ${name}. There are ::diagram, ::try, ::count and :::question.`,
})

function asWritten(node: Directive, text: string): RootContent {
  const { start, end } = node.position ?? {}
  return { type: 'text', value: text.slice(start?.offset, end?.offset) }
}

function isDirective(node: Nodes): node is Directive {
  return node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective'
}

function walk(node: Nodes, act: (parent: Parents) => void): void {
  if (!('children' in node)) return
  act(node)
  for (const child of node.children) walk(child, act)
}
