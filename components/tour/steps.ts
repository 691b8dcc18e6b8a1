import type { Pane } from '../workbench/state.ts'

export interface TourStep {
  /** What it stands beside, as a selector, and on which side of it. */
  readonly target: string
  readonly side: 'right' | 'left' | 'below'
  /** The pane that a phone shows meanwhile. */
  readonly pane: Pane
  readonly title: string
  readonly text: string
}

export const tourSteps: readonly TourStep[] = [
  {
    target: '#task',
    side: 'right',
    pane: 'task',
    title: 'The task says what is wanted.',
    text: 'It names the host where the work is to be done. Hints lie behind the next tab; each that you open is noted, and costs no points.',
  },
  {
    target: '#editor',
    side: 'left',
    pane: 'editor',
    title: 'Files are edited here.',
    text: 'What you type is saved as you type. “Files” opens others, and so does vim in the terminal.',
  },
  {
    target: '.term',
    side: 'left',
    pane: 'terminal',
    title: 'This is the machine.',
    text: 'You start on base. The command at the top of the task leads to its host, and the bar below says where you are.',
  },
  {
    target: '.wb-check',
    side: 'below',
    pane: 'task',
    title: 'Check your work when you think a part is done.',
    text: 'A missed check shows what happened instead and which line decided it. You can check as often as you like.',
  },
]
