import type { Lab } from '#engine/grade/lab.ts'
import type { Shortfall } from './prove-lab.ts'

/** Shorter pieces of a solution are words that a hint may need. */
const tellingLength = 20

/** Hints that quote a line of a right attempt, or hold a block of code: they would be copied, not understood. */
export function revealingHints({ hints, attempts }: Lab): readonly Shortfall[] {
  const lines = new Set(
    attempts
      .filter(({ file }) => file.startsWith('pass/'))
      .flatMap(({ script }) => script.split('\n').map(bare))
      .filter(line => line.length >= tellingLength && !line.startsWith('#')),
  )
  const found: Shortfall[] = []
  for (const [check, texts] of hints)
    for (const [index, text] of texts.entries()) {
      const which = `Hint ${index + 1} of \`${check}\``
      const hint = bare(text)
      const quoted = [...lines].find(line => hint.includes(line))
      const say = (message: string) =>
        found.push({ demand: 'hints', code: 'hint-reveals', file: 'hints.md', message: `${which} ${message}` })
      if (quoted !== undefined) say(`quotes a right attempt: ${quoted}`)
      else if (/^\s*(```|~~~)/m.test(text)) say('holds a block of code. Say what to look for instead.')
    }
  return found
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
