import 'server-only'
import type { ExamTaskReport } from '#engine/grade/exam/exam-view.ts'
import type { Report } from '#engine/grade/report.ts'
import { headState } from '../attempts/attempt-state.ts'
import { findAttempt, type LiveAttempt, refresh } from '../attempts/live-attempt.ts'
import { shownReport } from '../attempts/shown-report.ts'
import { solutionOf } from '../attempts/solution.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { sqliteTrouble } from '../database/sqlite-trouble.ts'
import { house } from '../house.ts'
import { slipsOf } from './slips.ts'
import type { StoredTask } from './stored-exam.ts'

/** What a task comes to, without what the exam knows of it. */
export type GradedTask = Pick<
  ExamTaskReport,
  | 'lab'
  | 'title'
  | 'domain'
  | 'competency'
  | 'host'
  | 'commands'
  | 'edits'
  | 'slips'
  | 'report'
  | 'fault'
  | 'explain'
  | 'script'
>

/** Grades the state that a task's steps led to. Throws when the database or the threads are not there just now. */
export async function gradeTask(learner: string, task: StoredTask): Promise<GradedTask> {
  const attempt = await findAttempt(learner, task.attempt)
  if (attempt === undefined) throw new Error(`The attempt of task ${task.number} is gone.`)
  const { lab } = attempt
  const [report, steps] = await Promise.all([
    attempt.inTurn(async () => {
      await refresh(attempt)
      return (await tried(attempt)) ?? (await tried(attempt)) ?? null
    }),
    patiently(() =>
      database().step.findMany({
        where: { attemptId: task.attempt, kind: { in: ['command', 'edit'] } },
        orderBy: { seq: 'asc' },
        select: { kind: true, at: true, touched: true, host: true, text: true, path: true },
      }),
    ),
  ])
  const counted = (kind: string) => steps.filter(step => step.kind === kind).length
  const { explain, script } = solutionOf(attempt)
  return {
    lab: lab.id,
    title: lab.title,
    domain: lab.domain,
    competency: lab.competency,
    host: lab.host,
    commands: counted('command'),
    edits: counted('edit'),
    slips: slipsOf(lab, steps),
    report,
    ...(report === null ? { fault: 'This task could not be graded. The error is ours; the task is left out.' } : {}),
    explain,
    script,
  }
}

/** The report; undefined when grading threw, which goes to the log. */
async function tried(attempt: LiveAttempt): Promise<Report | undefined> {
  try {
    return shownReport(await house().sessions.check(attempt.origin, await headState(attempt)))
  } catch (error) {
    // What ends with a restart is no fault of the lab: it is graded then.
    if (house().closing || sqliteTrouble(error) !== undefined) throw error
    console.error(`Attempt ${attempt.origin.id} cannot be graded:`, error)
    return undefined
  }
}
