import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import bash from 'shiki/dist/langs/bash.mjs'
import c from 'shiki/dist/langs/c.mjs'
import go from 'shiki/dist/langs/go.mjs'
import json from 'shiki/dist/langs/json.mjs'
import yaml from 'shiki/dist/langs/yaml.mjs'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { apparmorGrammar } from './apparmor-grammar.ts'

/** Named after the classes `t-key`, `t-str`, … that carry the colours of both themes. */
export type TokenKind = 'key' | 'str' | 'num' | 'kw' | 'com' | 'pun'

export interface Token {
  readonly text: string
  readonly kind?: TokenKind
}

/** Longer texts stay plain: a pack is not trusted, and a grammar's expressions can be slow on odd input. */
const MAX_LENGTH = 20_000

/** Scopes of the grammars by kind; the later entry wins where two are equally narrow. */
const SCOPES: readonly (readonly [TokenKind, readonly string[]])[] = [
  ['pun', ['punctuation', 'keyword.operator']],
  ['str', ['string', 'string punctuation', 'punctuation.definition.string']],
  ['num', ['constant.numeric', 'constant.language', 'constant.character.escape']],
  ['kw', ['keyword.control', 'keyword.function', 'storage', 'constant.other.option', 'entity.name.function']],
  ['key', ['entity.name.tag', 'support.type.property-name', 'string support.type punctuation', 'entity.name.command']],
  ['com', ['comment', 'comment punctuation']],
]

/** shiki colours by theme. Ours has a made-up colour per kind, which is turned into a class afterwards. */
const markerOf = (at: number) => `#00000${at + 1}`
const KINDS = new Map(SCOPES.map(([kind], at) => [markerOf(at), kind]))
const THEME = {
  name: 'breakwater',
  type: 'light' as const,
  fg: '#ffffff',
  bg: '#ffffff',
  settings: SCOPES.map(([, scope], at) => ({ scope: [...scope], settings: { foreground: markerOf(at) } })),
}

const LANGUAGES: Readonly<Record<string, string>> = {
  apparmor: 'apparmor',
  bash: 'bash',
  sh: 'bash',
  shell: 'bash',
  c: 'c',
  go: 'go',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
}

let highlighter: Promise<HighlighterCore> | undefined

/** One list of tokens per line. A language that is not known gives plain lines. */
export async function highlight(code: string, language: string): Promise<readonly (readonly Token[])[]> {
  const lang = LANGUAGES[language]
  if (lang === undefined || code.length > MAX_LENGTH) return code.split('\n').map(text => [{ text }])
  highlighter ??= createHighlighterCore({
    themes: [THEME],
    langs: [apparmorGrammar, bash, c, go, json, yaml],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
  const lines = (await highlighter).codeToTokensBase(code, { lang, theme: THEME.name })
  return lines.map(line =>
    line.map(({ content, color }) => {
      const kind = color === undefined ? undefined : KINDS.get(color.toLowerCase())
      return { text: content, ...(kind && { kind }) }
    }),
  )
}
