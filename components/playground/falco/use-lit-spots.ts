import { type RefObject, useEffect } from 'react'
import type { Spot } from './falco.ts'

/** The name of the highlight in falco.css. */
const NAME = 'falco-operand'

/** Lights pieces of the lines behind a text field. A browser that cannot do so still has the lines lit. */
export function useLitSpots(area: RefObject<HTMLTextAreaElement | null>, spots: readonly Spot[]): void {
  // The lines are drawn anew with colours and letters, and the pieces with them.
  useEffect(() => {
    if (!('highlights' in CSS)) return
    const sheet = area.current?.parentElement
    const ranges = sheet ? spots.flatMap(spot => rangeIn(sheet, spot) ?? []) : []
    if (ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...ranges))
    else CSS.highlights.delete(NAME)
  })
  useEffect(() => () => void ('highlights' in CSS && CSS.highlights.delete(NAME)), [])
}

function rangeIn(sheet: Element, { line, column, endLine, endColumn }: Spot): Range | undefined {
  const start = pointIn(sheet, line, column - 1)
  const end = pointIn(sheet, endLine, endColumn - 1)
  if (!start || !end) return undefined
  const range = new Range()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

/** A place in the letters of a line, whatever elements colour them. */
function pointIn(sheet: Element, line: number, column: number) {
  const element = sheet.querySelector(`[data-n="${line}"]`)
  if (!element) return undefined
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = column
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return undefined
}
