import type { Element, ElementContent, Root as Html } from 'hast'
import type { Nodes, Root } from 'mdast'
import { rehypeGithubAlerts } from 'rehype-github-alerts'
import rehypeSanitize from 'rehype-sanitize'
import rehypeSlug from 'rehype-slug'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { applyDirectives, type DirectiveFinding } from './directives.ts'
import { LESSON, STRICT } from './schema.ts'

export interface Page {
  readonly tree: Html
  readonly findings: readonly DirectiveFinding[]
}

/** Markdown of anybody → a tree that holds nothing but what `schema.ts` lets through. Directives stay plain text. */
export function plainTree(text: string): Html {
  return toHtml(parse(text), STRICT)
}

/** A lesson of ours → its tree with directives as `x-…` elements, ids on headings, and what its author should know. */
export function lessonTree(text: string): Page {
  const tree = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).parse(text)
  const findings = applyDirectives(tree, text)
  const page = toHtml(tree, LESSON)
  rehypeSlug()(page)
  return { tree: page, findings }
}

const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text)

function toHtml(markdown: Root, schema: typeof STRICT): Html {
  keepMeta(markdown)
  const tree = unified().use(remarkRehype).use(rehypeSanitize, schema).runSync(markdown)
  rehypeGithubAlerts({ build: ({ keyword }, children) => alert(keyword, children) })(tree)
  return tree
}

function alert(keyword: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'x-alert', properties: { keyword }, children }
}

/** The rest of a fence's first line would be lost when the tree is made clean; carry it as an attribute. */
function keepMeta(node: Nodes): void {
  if (node.type === 'code' && node.meta) node.data = { ...node.data, hProperties: { dataMeta: node.meta } }
  if ('children' in node) for (const child of node.children) keepMeta(child)
}
