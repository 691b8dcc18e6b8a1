import type { Element, Root } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { ComponentProps, ComponentType } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { Callout } from './callout.tsx'
import { elements } from './elements.tsx'

/** What draws an element of our own. Attributes come as strings; `node` is the element with its children. */
export type Drawings = Readonly<Record<string, ComponentType<{ node: Element } & Record<string, string>>>>

const alerts = {
  'x-alert': ({ keyword, children }: ComponentProps<typeof Callout>) => <Callout keyword={keyword}>{children}</Callout>,
}

/** A clean tree → React. */
export function render(tree: Root | Element, drawings: Drawings = {}) {
  return toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    passNode: true,
    tableCellAlignToStyle: false,
    components: { ...elements, ...alerts, ...drawings },
  })
}

/** What is inside an element, without itself. */
export function renderInside(element: Element) {
  return render({ type: 'root', children: element.children })
}
