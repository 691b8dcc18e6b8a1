import type { Element, ElementContent, RootContent } from 'hast'
import { fenceMeta } from '../lesson/fence-meta.ts'
import { highlight } from '../lesson/highlight.ts'
import { lessonTree } from '../lesson/to-tree.ts'
import { type Drawn, type DrawnCode, type DrawnTag, drawnTags } from './drawn.ts'

/** Markdown of ours → what the drawer draws. On the server only: it brings the parser and the grammars. */
export function drawPage(markdown: string): Promise<readonly Drawn[]> {
  return drawAll(lessonTree(markdown).tree.children)
}

async function drawAll(nodes: readonly (RootContent | ElementContent)[]): Promise<readonly Drawn[]> {
  const drawn = await Promise.all(nodes.map(draw))
  return drawn.flat().filter(it => it !== '\n')
}

async function draw(node: RootContent | ElementContent): Promise<readonly Drawn[]> {
  if (node.type === 'text') return [node.value]
  if (node.type !== 'element') return []
  if (node.tagName === 'pre') return [await drawCode(node)]
  const inside = await drawAll(node.children)
  const tag = drawnTags.find((it): it is DrawnTag => it === node.tagName)
  if (tag === undefined) return inside
  const { href, keyword } = node.properties
  return [{ tag, inside, ...(href && { href: String(href) }), ...(keyword && { keyword: String(keyword) }) }]
}

async function drawCode(pre: Element): Promise<DrawnCode> {
  const element = pre.children.find((it): it is Element => it.type === 'element')
  const language = String(element?.properties.className ?? '').replace(/^language-/, '')
  const meta = fenceMeta(String(element?.properties.dataMeta ?? ''))
  const code = textOf(pre).replace(/\n$/, '')
  const name = meta.file ?? meta.title ?? (meta.host ? '' : language)
  return { code, name, lines: await highlight(code, language), ...(meta.host && { host: meta.host }) }
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
