'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { CopyButton } from '../../lesson/copy-button.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AttemptContext } from '../../workbench/store.ts'
import { useExam, useExamState } from './exam-store.ts'
import { ResetTask } from './reset-task.tsx'

/** The current task: its host, its text, and what a candidate notes about it. */
export function ExamTask({ tasks }: { tasks: readonly ReactNode[] }) {
  const exam = useExam()
  const current = useExamState(state => state.current)
  const marks = useExamState(state => state.head.tasks.find(it => it.number === current))
  const opened = useExamState(state => state.opened.includes(current))
  const machine = opened ? exam.machines.get(current) : undefined
  const task = exam.view.tasks.find(it => it.number === current)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current > 0) body.current?.scrollTo(0, 0)
  }, [current])
  if (!task) return null
  const { title, host, weight, minutes } = task
  const last = current === exam.view.tasks.length
  return (
    <section className="pane" id="task" data-exam-pane="task" aria-label={`Task ${current}`}>
      <div className="pane-head">
        <h2 title={title}>
          {current}. {title}
        </h2>
        <span className="grow" />
        <span className="tag">{weight} %</span>
        <span className="meta nowrap">{Math.max(1, Math.round(minutes))} min budget</span>
      </div>
      <div
        ref={body}
        className="pane-body task"
        role="document"
        aria-label={`Task ${current}. ${title}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls can be scrolled by keyboard
        tabIndex={0}
        data-exam-focus="task"
      >
        <div className="hostline">
          <span aria-hidden="true">$</span>
          <span>ssh {host}</span>
          <CopyButton key={host} text={`ssh ${host}`} />
        </div>
        {tasks[current - 1]}
        <div className="row">
          <button
            className="btn btn-sm"
            type="button"
            aria-pressed={marks?.flagged ?? false}
            aria-keyshortcuts="Alt+Shift+F"
            title="Alt Shift F"
            onClick={() => void exam.mark(current, { flagged: !marks?.flagged })}
          >
            <Icon name="flag" className={marks?.flagged ? 'ic-full' : ''} />
            Flag
          </button>
          <button
            className="btn btn-sm"
            type="button"
            aria-pressed={marks?.done ?? false}
            aria-keyshortcuts="Alt+Shift+D"
            title="Alt Shift D"
            onClick={() => void exam.mark(current, { done: !marks?.done })}
          >
            <Glyph name={marks?.done ? 'earned' : 'open'} />
            Mark as done
          </button>
          <span className="grow" />
          <button
            className="btn btn-sm btn-primary"
            type="button"
            aria-keyshortcuts="Alt+PageDown"
            title="Alt Page Down"
            onClick={() => exam.goTo(last ? 1 : current + 1)}
          >
            {last ? 'First task' : 'Next task'}
            <Icon name="arrow-right" />
          </button>
        </div>
        <div className="ex-reset">
          {machine && (
            <AttemptContext value={machine.attempt}>
              <ResetTask key={current} task={current} />
            </AttemptContext>
          )}
        </div>
        <p className="vh" role="status">
          Task {current}. {title}
        </p>
      </div>
    </section>
  )
}
