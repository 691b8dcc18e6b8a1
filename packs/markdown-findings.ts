import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { PackFinding } from '#engine/grade/lab-source.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

/**
 * What the parser can be given: it works quadratically with marks that could open or close something, and recursively with
 * quotes and lists in each other. Far above what a text for people has.
 */
const most = { characters: 32 * 1024, marks: 3000, nesting: 20, findings: 20 }

/**
 * What a page would not show of a Markdown file: raw HTML, pictures, links that lead to something else than a page.
 * The page leaves it out in any case; its author should know, and a reviewer should not have to look for it.
 */
export function markdownFindings(file: string, text: string): readonly PackFinding[] {
  const beyond = beyondMeasure(text)
  if (beyond) return [{ ...beyond, code: 'markdown-size', file }]
  const findings: PackFinding[] = []
  const visit = (node: Nodes) => {
    const said = sentenceFor(node)
    if (said) findings.push({ ...said, file, line: node.position?.start.line ?? 1 })
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parser.parse(text))
  return findings.slice(0, most.findings)
}

function beyondMeasure(text: string): Pick<PackFinding, 'line' | 'message'> | undefined {
  if (text.length > most.characters)
    return { message: `The text is too long. It has at most ${most.characters / 1024} KiB.` }
  if ((text.match(/[*_~[\]]/g)?.length ?? 0) > most.marks)
    return { message: `The text has too many marks like \`*\` and \`[\`: more than ${most.marks}.` }
  const nested = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${most.nesting + 1}}`)
  const at = text
    .split(/\r\n|\r|\n/)
    .findIndex(line => nested.test(line) && !/^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line))
  if (at < 0) return undefined
  return { line: at + 1, message: `Quotes and lists lie in each other more than ${most.nesting} times.` }
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
