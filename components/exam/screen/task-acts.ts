import type { ExamTaskView } from '#engine/grade/exam/exam-view.ts'
import type { Answer, WorkbenchActs } from '../../workbench/acts.ts'
import type { StartView } from '../../workbench/state.ts'
import type { ExamActs } from './acts.ts'

type Viewed = Answer<{ readonly task: ExamTaskView }>

/** What a task brings into the state of its machine: an exam has no hints. */
export function startOf({ head, files, terminals, past }: ExamTaskView): StartView {
  return { head, files, terminals, past, hints: [] }
}

/** The acts that an attempt has in an exam. What would help or take back is refused without asking the server. */
export function taskActs(acts: ExamActs, exam: string, task: number): WorkbenchActs {
  const viewed = async (answer: Promise<Viewed>): Promise<Answer<{ readonly view: StartView }>> => {
    const it = await answer
    return it.ok ? { ok: true, view: startOf(it.task) } : it
  }
  const refuse = async () =>
    ({ ok: false, refused: 'not-due', say: 'An exam has no checks, hints or steps to undo.' }) as const
  const { saveFile, readFile, listFiles, openTerminal } = acts
  return {
    ...{ saveFile, readFile, listFiles, openTerminal },
    reset: ({ after, tab }) => viewed(acts.resetTask({ exam, task, after, tab })),
    reload: () => viewed(acts.viewTask({ exam, task })),
    ...{ check: refuse, openHint: refuse, giveUp: refuse, openSolution: refuse },
    ...{ undo: refuse, redo: refuse, startAgain: refuse },
  }
}
