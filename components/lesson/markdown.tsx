import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { alerts, elements } from './elements.tsx'
import { plainTree } from './to-tree.ts'

/**
 * Markdown of anybody: lab tasks, hints, explanations. No raw HTML, no images, no directives,
 * links to http(s) or inside the site only. A server component, also inside a server action's answer.
 */
export async function Markdown({ text, id }: { text: string; id?: string }) {
  const body = toJsxRuntime(plainTree(text), {
    Fragment,
    jsx,
    jsxs,
    passNode: true,
    components: { ...elements, ...alerts },
  })
  return id === undefined ? body : <div id={id}>{body}</div>
}
