import type { Options } from 'rehype-sanitize'

/**
 * What Markdown may become. Packs are not trusted, so this is a list of what is let through:
 * no images, no raw HTML (it is never parsed), no `id` or `class` but a fence's language, links to http(s) or inside the site.
 */
export const STRICT: Options = {
  tagNames: [
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br'],
    ...['a', 'strong', 'em', 'del', 'code', 'pre'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', 'title'],
    code: [['className', /^language-[a-z0-9]+$/], 'dataMeta'],
    ol: ['start'],
    th: [['align', 'left', 'right', 'center']],
    td: [['align', 'left', 'right', 'center']],
  },
  protocols: { href: ['http', 'https'] },
  ancestors: { thead: ['table'], tbody: ['table'], tr: ['table'], th: ['table'], td: ['table'] },
  strip: ['script', 'style'],
  clobber: [],
}

/** Elements that our directives become, in lessons only: tag → its attributes. */
export const DIRECTIVE_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  'x-diagram': ['name'],
  'x-try': ['kind', 'profile', 'ask', 'calls', 'policy', 'requests'],
  'x-count': ['of'],
  'x-question': ['id'],
  'x-prompt': [],
  'x-choice': ['right'],
  'x-why': [],
}

export const LESSON: Options = {
  ...STRICT,
  tagNames: [...(STRICT.tagNames ?? []), ...Object.keys(DIRECTIVE_ELEMENTS)],
  attributes: {
    ...STRICT.attributes,
    ...Object.fromEntries(Object.entries(DIRECTIVE_ELEMENTS).map(([tag, names]) => [tag, [...names]])),
  },
}
