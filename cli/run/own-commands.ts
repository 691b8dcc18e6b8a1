import type { Lab } from '#engine/grade/lab.ts'
import { reportText } from '../report-text.ts'
import { labPage } from './lab-page.ts'
import type { LiveLab } from './live-lab.ts'
import { markdownText } from './markdown-text.ts'

/** What a line that begins with a colon and a word asks of this program; no shell has such commands. */
export interface OwnCommand {
  readonly name: string
  readonly argument: string
}

/** What the person is told, and whether they leave. */
export interface Told {
  readonly text: string
  readonly quit?: boolean
}

const says: Readonly<Record<string, string>> = {
  ':check': 'grades what is there',
  ':hint': 'lists the hints; with a check’s name, opens its next one',
  ':task': 'shows the task again',
  ':reset': 'puts everything back to the start',
  ':quit': 'leaves; nothing is kept',
  ':help': 'shows this',
}

export const ownNames = Object.keys(says)

export function ownCommand(line: string): OwnCommand | undefined {
  const [, name, argument = ''] = /^\s*(:[a-z]+)(?:\s+(.*?))?\s*$/.exec(line) ?? []
  return name === undefined ? undefined : { name, argument }
}

/** The commands of this program for one attempt; hints that were opened stay open. */
export function ownCommands(lab: Lab, which: string, live: LiveLab): (command: OwnCommand) => Promise<Told> {
  const opened = new Map<string, number>()
  const idOf = (check: string) => lab.checks.find(({ id }) => id === check)?.id
  const hintsOf = (check: string) => lab.hints.get(check) ?? []

  const list = () =>
    lab.checks
      .filter(({ id }) => hintsOf(id).length > 0)
      .map(({ id, title }) => `  ${id}: ${title} (${opened.get(id) ?? 0} of ${hintsOf(id).length} opened)\n`)
      .join('')

  const hint = (check: string): string => {
    if (check === '') return `${list() || '  This lab has no hints.\n'}`
    const id = idOf(check)
    if (id === undefined) return `There is no check ${check}. Checks with hints:\n${list()}`
    const hints = hintsOf(id)
    if (hints.length === 0) return `${id} has no hints.\n`
    const count = Math.min((opened.get(id) ?? 0) + 1, hints.length)
    opened.set(id, count)
    const shown = hints.slice(0, count).map(text => `${markdownText(text)}\n`)
    const left = hints.length - count
    return `${shown.join('\n')}${left === 0 ? '' : `(${left} more)\n`}`
  }

  return async ({ name, argument }) => {
    switch (name) {
      case ':check': {
        const report = await live.check()
        return { text: `${reportText(report)}${report.solved ? 'Solved.\n' : ''}` }
      }
      case ':hint':
        return { text: hint(argument) }
      case ':task':
        return { text: labPage(lab, which) }
      case ':reset':
        live.reset()
        return { text: 'Everything is as it was at the start.\n' }
      case ':quit':
        return { text: '', quit: true }
      case ':help':
        return { text: help }
      default:
        return { text: `There is no ${name}. These are not commands of the shell:\n${help}` }
    }
  }
}

export const help = Object.entries(says)
  .map(([name, what]) => `  ${name.padEnd(8)}${what}\n`)
  .join('')
