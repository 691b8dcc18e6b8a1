import type { Blockquote, List, Paragraph, RootContent } from 'mdast'
// For its types: it adds the directives to mdast's nodes.
import type {} from 'remark-directive'

export type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>

/**
 * A self-check: a paragraph that asks, a task list of choices with exactly one ticked, a quotation that explains.
 * The parts keep their Markdown and become elements of our own: `x-prompt`, `x-choice` with `right`, `x-why`.
 */
export function readQuestion(node: ContainerDirective): {
  readonly parts: readonly (Paragraph | Blockquote)[]
  readonly problems: readonly string[]
} {
  const prompt = node.children.find((it): it is Paragraph => it.type === 'paragraph')
  const items = node.children.find((it): it is List => it.type === 'list')?.children ?? []
  const why = node.children.find((it): it is Blockquote => it.type === 'blockquote')
  const right = items.filter(it => it.checked === true)

  const choices = items.flatMap(item => {
    const [text] = item.children
    if (text?.type !== 'paragraph') return []
    return [{ ...text, data: { hName: 'x-choice', hProperties: { right: item.checked === true ? 'yes' : 'no' } } }]
  })
  const parts = [
    ...(prompt ? [{ ...prompt, data: { hName: 'x-prompt' } }] : []),
    ...choices,
    ...(why ? [{ ...why, data: { hName: 'x-why' } }] : []),
  ]
  const problems = [
    ...(node.attributes?.id ? [] : ['A question needs an id: :::question{id="…"}.']),
    ...(prompt ? [] : ['A question begins with a paragraph that asks.']),
    ...(choices.length >= 2 && items.every(it => typeof it.checked === 'boolean')
      ? []
      : ['A question needs at least two choices, each written as "- [ ] …".']),
    ...(right.length === 1 ? [] : [`Exactly one choice is right, written as "- [x] …"; here are ${right.length}.`]),
    ...(why ? [] : ['A question ends with its explanation, written as "> …".']),
  ]
  return { parts, problems }
}
