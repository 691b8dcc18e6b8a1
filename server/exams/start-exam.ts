import 'server-only'
import { classWord, longestClassWord } from '#engine/grade/exam/class-word.ts'
import { drawPaper } from '#engine/grade/exam/draw-paper.ts'
import type { ExtraTime } from '#engine/grade/exam/exam-view.ts'
import { examLab } from '#packs/exams.ts'
import type { Answer } from '../attempts/answer.ts'
import { refused } from '../attempts/refusals.ts'
import { house } from '../house.ts'
import { beginExam } from './begin-exam.ts'
import { examGuard, noExam } from './exam-act.ts'
import { examReport } from './exam-report.ts'
import { newSeed } from './exam-words.ts'
import { paperAgain } from './paper-again.ts'
import { storedExam } from './stored-exam.ts'

export interface StartExamInput {
  readonly blueprint: string
  /** The word that gives a class the same exam; without one a random one is made. */
  readonly seed?: string
  readonly extra?: ExtraTime
}

/** Draws an exam and starts its clock. */
export async function startExam(
  learner: string,
  { blueprint: id, seed, extra = 0 }: StartExamInput,
): Promise<Answer<{ readonly id: string }>> {
  return examGuard(learner, id, async () => {
    const blueprint = (await house().exams()).find(it => it.id === id)
    if (blueprint === undefined) return noExam
    const typed = seed?.trim() ? classWord(seed) : newSeed()
    if (typed === undefined)
      return refused('invalid', `The word of a class has at most ${longestClassWord} characters.`)
    const drawn = drawPaper(blueprint, (await house().library()).labs.map(examLab), typed)
    if ('fault' in drawn) return refused('unavailable', drawn.fault)
    return beginExam(learner, drawn.paper, extra)
  })
}

/** A new exam of the tasks that lost points, each with its lab's next variant and the minutes of their budgets. */
export async function retakeExam(
  learner: string,
  { exam: id }: { readonly exam: string },
): Promise<Answer<{ readonly id: string }>> {
  return examGuard(learner, id, async () => {
    const exam = await storedExam(learner, id)
    const report = await examReport(learner, id)
    if (exam === undefined || report === null) return noExam
    if (typeof report === 'string') return refused('not-due', 'This exam is not graded yet.')
    const { find } = await house().library()
    const paper = paperAgain(exam.paper, report, lab => find(lab)?.variants.length ?? 0, newSeed())
    if (paper.tasks.length === 0) return refused('not-due', 'No task of this exam lost points.')
    return beginExam(learner, paper, exam.extra)
  })
}
