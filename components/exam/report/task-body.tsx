import type { ExamTaskReport } from '#engine/grade/exam/exam-view.ts'
import { CodeBlock } from '../../lesson/code-block.tsx'
import { Markdown } from '../../lesson/markdown.tsx'
import { missedFirst } from '../../workbench/results/missed-first.ts'
import { CheckResult } from './check-result.tsx'
import { counts } from './costliest.ts'
import { More } from './more.tsx'
import { pointsOf } from './score-words.ts'
import { SlipList } from './slip-list.tsx'
import { taskFacts } from './task-facts.ts'

/** What a task's row opens to: its numbers, every check, slips, then explanation and solution. */
export function TaskBody({ task, startedAt }: { task: ExamTaskReport; startedAt: number }) {
  const { report, fault, weight, earned, slips, host, explain, script } = task
  return (
    <div className="rt-body">
      <p className="rt-say">
        {taskFacts(task)}
        {report &&
          report.of > 0 &&
          ` ${report.earned} of ${report.of} points of the lab, so ${earned} of ${weight} here.`}
      </p>
      {!counts(task) && (
        <p className="rt-say">
          {fault ?? 'None of its checks could be graded.'} The error is ours: {pointsOf(weight)} of 100{' '}
          {weight === 1 ? 'is' : 'are'} left out of the score.
        </p>
      )}
      {report && missedFirst(report.verdicts).map(verdict => <CheckResult key={verdict.id} verdict={verdict} />)}
      {slips.length > 0 && <SlipList slips={slips} host={host} startedAt={startedAt} />}
      {explain.trim() !== '' && (
        <More title="Explanation">
          <div className="prose rt-prose">
            <Markdown text={explain} />
          </div>
        </More>
      )}
      {script.trim() !== '' && (
        <More title="Solution: one way to do it">
          <CodeBlock code={script.trimEnd()} language="sh" meta={{ lit: [] }} />
        </More>
      )}
    </div>
  )
}
