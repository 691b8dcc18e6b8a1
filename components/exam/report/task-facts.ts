import type { ExamTaskReport } from '#engine/grade/exam/exam-view.ts'
import { counted } from '../../ui/amounts.ts'
import { minutesOf } from './time-words.ts'

type Facts = Pick<ExamTaskReport, 'host' | 'spent' | 'budget' | 'commands' | 'edits' | 'flagged' | 'done'>

/** A task's numbers in words: "On node01. 4.5 of 6.0 minutes. 12 commands, 1 edit. Flagged, not marked done." */
export function taskFacts({ host, spent, budget, commands, edits, flagged, done }: Facts): string {
  const marks = [...(flagged ? ['flagged'] : []), done ? 'marked done' : 'not marked done'].join(', ')
  return [
    `On ${host}.`,
    `${minutesOf(spent)} of ${minutesOf(budget)} minutes.`,
    `${counted(commands, 'command')}, ${counted(edits, 'edit')}.`,
    `${marks.charAt(0).toUpperCase()}${marks.slice(1)}.`,
  ].join(' ')
}
