import type { Element, ElementContent } from 'hast'
import type { Components } from 'hast-util-to-jsx-runtime'
import type { ComponentProps, JSX } from 'react'
import { CodeBlock } from './code-block.tsx'
import { fenceMeta } from './fence-meta.ts'

type Props<Tag extends keyof JSX.IntrinsicElements> = ComponentProps<Tag> & { node?: Element | undefined }

/** How the plain elements of Markdown look: tables and code scroll inside themselves, links say where they lead. */
export const elements: Partial<Components> = {
  pre: ({ node }: Props<'pre'>) => {
    const code = node?.children.find((it): it is Element => it.type === 'element' && it.tagName === 'code')
    if (!code) return null
    const language = String(code.properties.className ?? '').replace(/^language-/, '')
    const meta = fenceMeta(String(code.properties.dataMeta ?? ''))
    return <CodeBlock code={textOf(code).replace(/\n$/, '')} language={language} meta={meta} />
  },
  table: ({ node: _, ...props }: Props<'table'>) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark per table
    <div className="scroll-x" tabIndex={0} role="group" aria-label="Table">
      <table className="table" {...props} />
    </div>
  ),
  a: ({ node: _, href = '', ...props }: Props<'a'>) =>
    /^https?:/.test(href) ? <a href={href} rel="noreferrer" {...props} /> : <a href={href} {...props} />,
  ol: ({ node: _, ...props }: Props<'ol'>) => <ol className="steps" {...props} />,
  ul: ({ node: _, ...props }: Props<'ul'>) => <ul className="dots" {...props} />,
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
