import { RE2JS } from 're2js'
import type { Match, Regex } from '../../regex/posix.ts'

/** Several patterns as one: the leftmost match, the longest of those. */
export function anyOf(parts: readonly Regex[]): Regex {
  return {
    groups: 0,
    test: text => parts.some(part => part.test(text)),
    find: (text, from) => {
      let best: Match | undefined
      for (const part of parts) {
        const match = part.find(text, from)
        if (match && (!best || match.start < best.start || (match.start === best.start && match.end > best.end)))
          best = match
      }
      return best
    },
  }
}

/** `-x`: only when the whole line matches. */
export function whole(inner: Regex): Regex {
  const find = (text: string, from: number): Match | undefined => {
    if (from > 0) return undefined
    for (let at = 0; at <= text.length; ) {
      const match = inner.find(text, at)
      if (!match || match.start > 0) return undefined
      if (match.end === text.length) return match
      return undefined
    }
    return undefined
  }
  return { groups: inner.groups, find, test: text => find(text, 0) !== undefined }
}

const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char)

/** `-w`: only where no word goes on before or after. */
export function words(inner: Regex): Regex {
  const find = (text: string, from: number): Match | undefined => {
    for (let at = from; at <= text.length; ) {
      const match = inner.find(text, at)
      if (!match) return undefined
      const shorter = trimmed(inner, text, match)
      if (shorter) return shorter
      at = match.start + 1
    }
    return undefined
  }
  const trimmed = (regex: Regex, text: string, match: Match): Match | undefined => {
    if (isWord(text[match.start - 1])) return undefined
    for (let end = match.end; end > match.start || end === match.end; end--) {
      if (!isWord(text[end]) && (end === match.end || regex.find(text.slice(0, end), match.start)?.end === end))
        return { ...match, end }
      if (end <= match.start) break
    }
    return undefined
  }
  return { groups: inner.groups, find, test: text => find(text, 0) !== undefined }
}

/** An empty fixed string matches every line. */
export function ignoring(inner: Regex, empty: boolean): Regex {
  return empty ? { groups: 0, test: () => true, find: (_, from) => ({ start: from, end: from, groups: [''] }) } : inner
}

/** `-P`: what RE2 shares with Perl's expressions; look-around and back-references are not offered. */
export function perl(source: string, fold: boolean): Regex | { readonly problem: string } {
  const kept = /^(.*?)\\K(.*)$/s.exec(source)
  const lookahead = /^(.*)\(\?=((?:[^()]|\\.)*)\)$/s.exec(kept ? (kept[2] ?? '') : source)
  const lookbehind = /^\(\?<=((?:[^()]|\\.)*)\)(.*)$/s.exec(source)
  const body = lookahead ? (lookahead[1] ?? '') : kept ? (kept[2] ?? '') : lookbehind ? (lookbehind[2] ?? '') : source
  const before = kept ? (kept[1] ?? '') : lookbehind ? (lookbehind[1] ?? '') : ''
  const after = lookahead?.[2] ?? ''
  try {
    const compiled = RE2JS.compile(`(?:${before})(?P<wanted>${body})(?:${after})`, fold ? RE2JS.CASE_INSENSITIVE : 0)
    return {
      groups: 0,
      test: text => compiled.test(text),
      find: (text, from) => {
        const found = compiled.matcher(text)
        if (!found.find(from)) return undefined
        const start = found.start('wanted')
        const end = found.end('wanted')
        return { start, end, groups: [text.slice(start, end)] }
      },
    }
  } catch {
    return { problem: 'this Perl expression is not simulated here: use grep -E' }
  }
}
