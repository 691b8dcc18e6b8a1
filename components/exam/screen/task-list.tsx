'use client'

import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useExam, useExamState } from './exam-store.ts'

/** All tasks with weight, host, flag and done mark. The mark is grey: an exam does not check. */
export function TaskList() {
  const { view, goTo } = useExam()
  const current = useExamState(state => state.current)
  const marks = useExamState(state => state.head.tasks)
  const done = marks.filter(it => it.done).length
  const flagged = marks.filter(it => it.flagged).length
  return (
    <nav className="tl" aria-label="Tasks" data-exam-pane="tasks">
      {view.tasks.map(({ number, title, host, weight }) => {
        const mark = marks.find(it => it.number === number)
        return (
          <button
            key={number}
            className={mark?.done ? 'tl-item tl-done' : 'tl-item'}
            type="button"
            aria-current={number === current || undefined}
            data-exam-focus={number === current ? 'tasks' : undefined}
            title={`${number}. ${title}`}
            onClick={() => goTo(number)}
          >
            <span className="tl-n">{number}</span>
            {mark?.done ? <Glyph name="earned" label="marked done" /> : <Glyph name="open" label="not done" />}
            <span className="tl-t">
              {title}
              <small>
                {host}, {weight} %
              </small>
            </span>
            <span className="tl-w">
              {mark?.flagged && (
                <>
                  <Icon name="flag" className="ic-full" />
                  <span className="vh">flagged</span>
                </>
              )}
            </span>
          </button>
        )
      })}
      <div className="tl-foot">
        <span>
          {done} of {marks.length} marked done, {flagged} flagged
        </span>
        <span>To mark a task as done does not check it.</span>
        <span>
          An instructor who gives you more time asks for <code>{view.code}</code>.
        </span>
      </div>
    </nav>
  )
}
