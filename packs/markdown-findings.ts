import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { PackFinding } from '#engine/grade/lab-source.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

/**
 * What a page would not show of a Markdown file: raw HTML, pictures, links that lead to something else than a page.
 * The page leaves it out in any case; its author should know, and a reviewer should not have to look for it.
 */
export function markdownFindings(file: string, text: string): readonly PackFinding[] {
  const findings: PackFinding[] = []
  const visit = (node: Nodes) => {
    const said = sentenceFor(node)
    if (said) findings.push({ ...said, file, line: node.position?.start.line ?? 1 })
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parser.parse(text))
  return findings.slice(0, 20)
}

function sentenceFor(node: Nodes): Pick<PackFinding, 'code' | 'message'> | undefined {
  switch (node.type) {
    case 'html': {
      const tag = /^<[!/]?[^\s>]{0,20}/.exec(node.value)?.[0] ?? '<'
      const message = `Raw HTML is not shown: \`${tag}\`. Write it in Markdown, or as code between backticks.`
      return { code: 'raw-html', message }
    }
    case 'image':
    case 'imageReference':
      return { code: 'picture', message: 'Pictures are not shown. Say it in words, or draw it in a block of code.' }
    case 'link':
    case 'definition':
      if (leadsToPage(node.url)) return undefined
      return { code: 'link-scheme', message: 'A link leads to http, https, or a page of this app, and nowhere else.' }
    default:
      return undefined
  }
}

/** Browsers pass over blanks and control characters when they look for a scheme. */
function leadsToPage(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || scheme === 'http' || scheme === 'https'
}
