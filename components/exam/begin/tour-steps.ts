/** A rectangle in the picture of the screen: left, top, width, height. */
export type Mark = readonly [number, number, number, number]

export interface ScreenStep {
  readonly title: string
  readonly text: string
  /** What it speaks of, in the picture and in words. */
  readonly marks: readonly Mark[]
  /** Where its number stands: beside what is marked, over nothing that says something. */
  readonly badge: readonly [number, number]
  readonly where: string
}

export const screenSteps: readonly ScreenStep[] = [
  {
    title: 'The clock',
    text: 'The line under the header is the time that is left, with notches at 30, 15 and 5 minutes. The figures can be hidden; they come back at 15 and at 5 minutes.',
    marks: [
      [574, 3, 112, 30],
      [48, 31, 750, 14],
    ],
    badge: [557, 18],
    where: 'the time left at the right of the header, and the line under it',
  },
  {
    title: 'The tasks',
    text: 'Each has its weight and its host. Take them in any order: what you leave stays as it is. Flags and the marks for done are for you alone; nothing is checked by them.',
    marks: [[2, 44, 156, 378]],
    badge: [80, 300],
    where: 'the list of tasks on the left',
  },
  {
    title: 'The task and its host',
    text: 'The command at the top leads from base to the host where the work is to be done. Work on another host earns nothing. A task can be reset to its start without touching the others.',
    marks: [[160, 44, 236, 256]],
    badge: [374, 282],
    where: 'the task beside the list',
  },
  {
    title: 'Terminals and the editor',
    text: 'Every task has terminals, files and a cluster of its own; they are as you left them when you come back. The editor is a tab beside the terminals and saves as you type.',
    marks: [[400, 44, 398, 378]],
    badge: [600, 300],
    where: 'the terminal on the right, with the editor’s tab above it',
  },
  {
    title: 'Notes and documents',
    text: 'One notepad serves all tasks. The allowed documents open over the terminal, never over the task. F1 shows the keys.',
    marks: [
      [160, 304, 236, 118],
      [396, 6, 142, 28],
    ],
    badge: [374, 398],
    where: 'the notepad under the task, and the button for documents in the header',
  },
]
