import type { Command } from '../../palette/entry.ts'
import { readerMode, turnReader } from '../../workbench/terminal/reader/reader-mode.ts'
import type { Exam } from './exam.ts'

/** What can be done in an exam, as it stands now: nothing of it helps. */
export function examCommands(exam: Exam): readonly Command[] {
  const { store, view } = exam
  const { current, head, documents, timerHidden } = store.get()
  const task = head.tasks.find(it => it.number === current)
  return [
    ...view.tasks.map(({ number, title }) => ({
      id: `task-${number}`,
      title: `Go to task ${number}: ${title}`,
      icon: 'note' as const,
      off: number === current ? 'is shown' : undefined,
      act: () => exam.goTo(number),
    })),
    {
      id: 'flag',
      title: task?.flagged ? 'Take the flag away' : 'Flag this task',
      icon: 'flag',
      note: 'Alt Shift F',
      act: () => void exam.mark(current, { flagged: !task?.flagged }),
    },
    {
      id: 'done',
      title: task?.done ? 'Mark this task as not done' : 'Mark this task as done',
      icon: 'tick',
      note: 'Alt Shift D',
      act: () => void exam.mark(current, { done: !task?.done }),
    },
    {
      id: 'documents',
      title: documents ? 'Close the allowed documents' : 'Open the allowed documents',
      icon: 'book',
      note: 'Alt Shift O',
      act: () => store.change({ do: 'documents', open: !documents }),
    },
    {
      id: 'timer',
      title: timerHidden ? 'Show the time left' : 'Hide the time left',
      icon: 'clock',
      act: () => store.change({ do: 'timer', hidden: !timerHidden }),
    },
    {
      id: 'reader',
      title: `Turn terminal reader mode ${readerMode() ? 'off' : 'on'}`,
      icon: 'keyboard',
      act: () => turnReader(!readerMode()),
    },
  ]
}
