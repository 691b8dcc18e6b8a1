import type { ExamCard, ExtraTime } from '#engine/grade/exam/exam-view.ts'
import { counted } from '../../ui/amounts.ts'
import { minutesWith } from './extra-time.ts'

/** "4 tasks in 30 minutes. 67 % passes." */
export function examFacts({ tasks, minutes, pass }: ExamCard, extra: ExtraTime): string {
  return `${counted(tasks, 'task')} in ${counted(minutesWith(minutes, extra), 'minute')}. ${pass} % passes.`
}
