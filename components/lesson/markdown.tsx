import { render } from './render.tsx'
import { plainTree } from './to-tree.ts'

/**
 * Markdown of anybody: lab tasks, hints, explanations. No raw HTML, no images, no directives,
 * links to http(s) or inside the site only. A server component, also inside a server action's answer.
 */
export async function Markdown({ text, id }: { text: string; id?: string }) {
  const body = render(plainTree(text))
  return id === undefined ? body : <div id={id}>{body}</div>
}
