import type { ScalarStyle } from './scan-scalar.ts'
import { breakLength, end, isBlank, isBlankOrBreak, isBlankOrBreakOrEnd, isOneOf, type Stream } from './stream.ts'

const [question, colon, quote, apostrophe, hash] = [63, 58, 34, 39, 35]

/** The signs behind `|` or `>`: what becomes of the last breaks, and how far lines are indented. */
export function chompSigns(stream: Stream): string {
  const signs = stream.peek() === end ? '' : String.fromCharCode(stream.peek(), Math.max(stream.peek(1), 0))
  return /^(?:[+-][0-9]|[0-9][+-]|[+-]|[0-9])/.exec(signs)?.[0] ?? ''
}

/** Whether a scalar without quotes can begin here. */
export function startsPlain(stream: Stream, inBlock: boolean): boolean {
  const code = stream.peek()
  if (isBlankOrBreak(code) || isOneOf(code, ',[]{}#&*!|>\'"%@`')) return false
  const next = stream.peek(1)
  if (inBlock) return !(isOneOf(code, '-?:') && isBlankOrBreakOrEnd(next))
  return code !== question && !(isOneOf(code, '-:') && (isBlank(next) || next === end))
}

function endsPlain(stream: Stream): boolean {
  const code = stream.peek()
  if (code === colon) return isBlankOrBreakOrEnd(stream.peek(1))
  return isBlankOrBreak(code) && stream.peek(breakOrBlank(stream)) === hash
}

function endsPlainInFlow(stream: Stream): boolean {
  const code = stream.peek()
  if (isOneOf(code, ',?[]{}')) return true
  if (code === colon) return isBlankOrBreakOrEnd(stream.peek(1)) || isOneOf(stream.peek(1), ',]}')
  return isBlankOrBreak(code) && stream.peek(breakOrBlank(stream)) === hash
}

function breakOrBlank(stream: Stream): number {
  return breakLength(stream) || 1
}

export const plain: ScalarStyle = {
  ...{ ends: endsPlain, eatEnd: false, indent: 0, detectIndent: false, eatLeadingBlanks: true, escape: 0 },
  ...{ fold: 'flow', trimEnd: true, chomp: 'strip', atDocumentSign: 'end', refuseTabs: true },
}
export const plainInFlow: ScalarStyle = { ...plain, ends: endsPlainInFlow }
export const singleQuoted: ScalarStyle = {
  ...{ ends: stream => stream.peek() === apostrophe && stream.peek(1) !== apostrophe, eatEnd: true, indent: 0 },
  ...{ detectIndent: false, eatLeadingBlanks: true, escape: apostrophe, fold: 'flow', trimEnd: false },
  ...{ chomp: 'clip', atDocumentSign: 'refuse', refuseTabs: false },
}
export const doubleQuoted: ScalarStyle = { ...singleQuoted, ends: stream => stream.peek() === quote, escape: 92 }
export const block: ScalarStyle = {
  ...{ ends: stream => stream.atEnd(), eatEnd: false, indent: 1, detectIndent: true, eatLeadingBlanks: false },
  ...{ escape: 0, fold: 'none', trimEnd: false, chomp: 'clip', atDocumentSign: 'nothing', refuseTabs: true },
}
