import type { Element, ElementContent, Root } from 'hast'

export interface Section {
  readonly id: string
  readonly title: string
}

/** The sections of a lesson: its headings of the second level. */
export function outline(tree: Root): readonly Section[] {
  return tree.children
    .filter((it): it is Element => it.type === 'element' && it.tagName === 'h2')
    .map(it => ({ id: String(it.properties.id ?? ''), title: it.children.map(textOf).join('') }))
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
