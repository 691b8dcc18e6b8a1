/** Selects a line of a text field, counted from 1, and brings it into view. */
export function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  area.parentElement?.querySelector(`[data-n="${line}"]`)?.scrollIntoView({ block: 'nearest' })
}
