export type Entered = { readonly text: string; readonly changed: boolean } | { readonly problem: string }

/**
 * `!!`, `!$`, `!n`, `!-n` and `!word` in the first line typed. More than bash it leaves alone: only whole words are taken,
 * and `!word` only where a command may stand, so that `#!/bin/sh` in a pasted here-document stays as it is.
 */
export function withHistory(text: string, history: readonly string[]): Entered {
  const end = text.indexOf('\n')
  const line = end < 0 ? text : text.slice(0, end)
  if (!line.includes('!')) return { text, changed: false }
  let problem: string | undefined
  const wanted = (event: string): string => {
    const found = find(event, history)
    if (found === undefined) problem ??= `${event}: event not found`
    return found ?? event
  }
  const expanded = line
    .split(/('[^']*')/)
    .map((part, index) => {
      if (index % 2 === 1) return part
      return part
        .replace(/(^|[\s;|&])(!!|!\$)(?=$|[\s;|&])/g, (_, before: string, event: string) => before + wanted(event))
        .replace(
          /(^|[;|&]\s*|^sudo\s+)(!-?\d+|![A-Za-z][\w./-]*)(?=$|[\s;|&])/g,
          (_, before: string, event: string) => before + wanted(event),
        )
    })
    .join('')
  if (problem) return { problem }
  return { text: expanded + (end < 0 ? '' : text.slice(end)), changed: expanded !== line }
}

function find(event: string, history: readonly string[]): string | undefined {
  if (event === '!!') return history.at(-1)
  if (event === '!$') return history.at(-1)?.split(/\s+/).at(-1)
  if (/^!-\d+$/.test(event)) return history.at(Number(event.slice(1)))
  if (/^!\d+$/.test(event)) return history[Number(event.slice(1)) - 1]
  return history.findLast(line => line.startsWith(event.slice(1)))
}
