/** Markdown as words: for a search, not for reading. Code stays, because people look for what stands in it. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^\s*(?:`{3,}|~{3,}|:{3,}).*$/gm, ' ')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^\s*(?:>\s*)?\[![A-Z]+\]/gm, ' ')
    .replace(/^\s*\|?[\s|:-]*-{3,}[\s|:-]*$/gm, ' ')
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, ' ')
    .replace(/[`*|]/g, ' ')
    .replace(/<[^<>\n]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
