import 'server-only'
import type { ExamTaskView, ExamView } from '#engine/grade/exam/exam-view.ts'
import type { Lab } from '#engine/grade/lab.ts'
import { look } from '../attempts/act.ts'
import type { Answer } from '../attempts/answer.ts'
import type { LiveAttempt } from '../attempts/live-attempt.ts'
import { pinnedFiles } from '../attempts/pinned-files.ts'
import { hostsOf, workOf } from '../attempts/view.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { noExam, noTask, untroubled } from './exam-act.ts'
import { headOfExam, type StoredExam, storedExam } from './stored-exam.ts'

/** The exam's frame. Built from what may be shown: nothing of a check. null: no such exam, or somebody else's. */
export async function viewExam(learner: string, id: string): Promise<ExamView | null> {
  const exam = await storedExam(learner, id)
  if (exam === undefined) return null
  const labs = await labsOf(exam)
  const { paper, code, extra, task, notes } = exam
  return {
    id,
    code,
    title: paper.title,
    minutes: paper.minutes,
    extra,
    head: headOfExam(exam),
    current: task,
    tasks: exam.tasks.map(({ number, attempt, weight, flagged, done, spent }) => {
      const { title, host, task } = labs.get(attempt) ?? { title: '', host: '', task: '' }
      const seen = spent > 0 || number === exam.task
      return { number, title, host, weight, minutes: taskMinutes(paper.minutes, weight), seen, flagged, done, task }
    }),
    notes,
  }
}

/** The share of a task in the exam's minutes, to one decimal. */
function taskMinutes(minutes: number, weight: number): number {
  return Math.round((minutes * weight) / 10) / 10
}

/** Attempt → its lab as it was pinned. */
export async function labsOf(exam: Pick<StoredExam, 'tasks'>): Promise<ReadonlyMap<string, Lab>> {
  const rows = await patiently(() =>
    database().attempt.findMany({
      where: { id: { in: exam.tasks.map(({ attempt }) => attempt) } },
      select: { id: true, labId: true, filesHash: true, variant: true },
    }),
  )
  return new Map(
    await Promise.all(
      rows.map(async ({ id, labId, filesHash, variant }): Promise<[string, Lab]> => {
        return [id, (await pinnedFiles(labId, filesHash)).variant(variant)]
      }),
    ),
  )
}

/** The editor and the terminals of a task; after the end of the exam refused as `over`. */
export async function viewExamTask(
  learner: string,
  { exam: id, task: number }: { readonly exam: string; readonly task: number },
): Promise<Answer<{ readonly task: ExamTaskView }>> {
  return untroubled(id, async () => {
    const exam = await storedExam(learner, id)
    if (exam === undefined) return noExam
    const task = exam.tasks.find(it => it.number === number)
    if (task === undefined) return noTask
    return look(learner, task.attempt, async attempt => ({ ok: true, task: await taskViewOf(attempt, number) }))
  })
}

export async function taskViewOf(attempt: LiveAttempt, number: number): Promise<ExamTaskView> {
  const { origin, lab, history } = attempt
  return { id: origin.id, number, host: lab.host, hosts: hostsOf(lab), head: history.head, ...(await workOf(attempt)) }
}
