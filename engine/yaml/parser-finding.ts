import type { YAMLError } from 'yaml'
import type { Finding } from './finding.ts'

type Problem = readonly [code: string, sentence: string]

const tab: Problem = ['yaml-tab', 'A tab cannot indent in YAML. Use spaces.']
const unclosed: Problem = [
  'yaml-unclosed',
  'What is opened here or above is not closed. Add the closing bracket or quote.',
]
const indentation: Problem = [
  'yaml-indentation',
  'The indentation fits nothing above it. Line it up with its neighbours.',
]
const colon: Problem = ['yaml-missing-colon', 'This line has no value. A key needs a colon and a space after it.']
const nested: Problem = [
  'yaml-nested-on-line',
  'A second key or list begins on the same line. Begin it on the next line, or put the value in quotes.',
]
const start: Problem = ['yaml-bad-start', 'A plain value cannot begin with this character. Put the value in quotes.']
const badEscape: Problem = [
  'yaml-bad-escape',
  'This is no escape in double quotes. Double the backslash, or use single quotes.',
]
const comma: Problem = ['yaml-comma', 'A comma is missing or stands where none belongs. Put one between items.']
const anchor: Problem = [
  'yaml-bad-anchor',
  'An anchor or an alias is wrong here. Write "&name" before a value and "*name" in its place.',
]
const directive: Problem = [
  'yaml-bad-directive',
  'A line that begins with % is a directive. Close it with "---", or take it out.',
]
const unexpected: Problem = [
  'yaml-unexpected',
  'This does not belong here. Look for a missing quote, bracket or line break before it.',
]

/** Wordings of the parser that tell more than its code, then its codes. */
const byMessage: readonly (readonly [RegExp, Problem])[] = [
  [/must end with a|and end with a|Missing closing/, unclosed],
  [/^A block sequence may not/, indentation],
  [/^Missing ,|^Unexpected ,|^Unexpected empty item/, comma],
  [/^Implicit map keys need/, colon],
  [/^Unexpected block-seq-ind on same line/, nested],
  [
    /separated from/,
    ['yaml-missing-space', 'A space is missing here. Put one between this and what stands before it.'],
  ],
]
const byCode: Readonly<Record<string, Problem>> = {
  TAB_AS_INDENT: tab,
  BAD_INDENT: indentation,
  MULTILINE_IMPLICIT_KEY: colon,
  BLOCK_AS_IMPLICIT_KEY: nested,
  BLOCK_IN_FLOW: unclosed,
  BAD_SCALAR_START: start,
  BAD_DQ_ESCAPE: badEscape,
  BAD_ALIAS: anchor,
  ALIAS_PROPS: anchor,
  MULTIPLE_ANCHORS: anchor,
  BAD_DIRECTIVE: directive,
  TAG_RESOLVE_FAILED: ['yaml-bad-tag', 'This tag does not fit its value. Take it out.'],
  KEY_OVER_1024_CHARS: ['yaml-key-too-long', 'A key may have at most 1024 characters. Shorten it.'],
}

/** The parser's error as a finding in our words; its own are kept in `data`. */
export function parserFinding(error: YAMLError, text: string): Finding {
  const deeper = deeperKey(error, text)
  if (deeper) return deeper
  const [from, to] = onText(error.pos, text)
  const lineStart = text.lastIndexOf('\n', error.pos[0] - 1) + 1
  const [code, message] = /^ *\t/.test(text.slice(lineStart, error.pos[0] + 1))
    ? tab
    : (byMessage.find(([words]) => words.test(error.message))?.[1] ?? byCode[error.code] ?? unexpected)
  return {
    code,
    severity: 'error',
    path: [],
    range: { start: from, end: to },
    message,
    data: { detail: error.message },
  }
}

/** An error at blank space belongs to what follows on its line, at the end of a text to what stands before. */
function onText([from, to]: readonly [number, number], text: string): readonly [number, number] {
  const start = Math.min(from, text.length)
  const ahead = /[^\s]/.exec(text.slice(start))
  if (ahead) return [start + ahead.index, Math.max(to, start + ahead.index)]
  const end = text.trimEnd().length
  return [Math.max(end - 1, 0), end]
}

/** A key that is indented below a value goes on with that value for YAML. The mistake is in the key's line. */
function deeperKey(error: YAMLError, text: string): Finding | undefined {
  if (!error.message.startsWith('Nested mappings')) return undefined
  const colon = /:(?=\s|$)/.exec(text.slice(error.pos[0]))
  const end = error.pos[0] + (colon?.index ?? 0)
  const newline = text.lastIndexOf('\n', end)
  if (newline < error.pos[0]) return undefined
  const start = newline + 1 + (/\S/.exec(text.slice(newline + 1))?.index ?? 0)
  return {
    code: 'yaml-indentation',
    severity: 'error',
    path: [],
    range: { start, end },
    message: 'This key is indented deeper than the key above it, which has its value already. Line the two up.',
    data: { detail: error.message },
  }
}
