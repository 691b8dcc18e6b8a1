import type { Lab } from '#engine/grade/lab.ts'
import { markdownText } from './markdown-text.ts'

/** What is shown when a lab is opened: what it is, its task, and what is checked for how many points. */
export function labPage({ id, title, task, checks, minutes, host }: Lab, which: string): string {
  const points = checks.reduce((sum, check) => sum + check.points, 0)
  const width = Math.max(...checks.map(check => `${check.points}`.length))
  return `${[
    title,
    `${id}, ${which}. ${points} points, about ${minutes} minutes, on ${host}.`,
    '',
    markdownText(task),
    '',
    'Checks:',
    ...checks.map(check => `  ${`${check.points}`.padStart(width)}  ${check.title}${check.guard ? ' (a guard)' : ''}`),
  ].join('\n')}\n`
}
