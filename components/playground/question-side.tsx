import { lazy, Suspense } from 'react'
import type { Kind } from './kinds.ts'
import type { Example, Form, Reply } from './playground.ts'
import { questionEditor } from './question-editors.ts'
import { QuestionPick } from './question-pick.tsx'

// What is seen only when something was decided is loaded while that is thought about.
const Decision = lazy(async () => ({ default: (await import('./decision.tsx')).Decision }))
const AnswerSections = lazy(async () => ({ default: (await import('./answer-sections.tsx')).AnswerSections }))
const ReachPicture = lazy(async () => ({ default: (await import('./reach-picture.tsx')).ReachPicture }))

interface QuestionSideProps {
  readonly kind: Kind
  readonly examples: readonly Example[]
  readonly text: string
  readonly form: Form
  /** A sentence about the link. */
  readonly broken: string | undefined
  /** What the text said, or why it could not be asked. */
  readonly said: Reply | string | undefined
  onForm(form: Form): void
  onLoad(example: Example): void
  onGoTo(line: number): void
}

/** The question, the decision, and questions to take. */
export function QuestionSide({ kind, examples, text, form, broken, said, onForm, onLoad, onGoTo }: QuestionSideProps) {
  const Question = questionEditor(kind.id)
  const reply = typeof said === 'string' ? undefined : said
  const problem = typeof said === 'string' ? said : said?.problem
  const isEmpty = text.trim() === ''
  const unread = reply && !reply.isRead ? unreadWords(reply) : undefined
  const questions = (examples.find(it => it.text === text) ?? examples[0])?.questions ?? []
  return (
    <section className="pg-right" aria-label="Question and decision">
      {broken && (
        <p className="note" role="alert">
          {broken}
        </p>
      )}
      <Question
        {...{ title: kind.question, fields: kind.fields, form, problem, known: reply?.known, onChange: onForm }}
      />
      <p className="vh" role="status">
        {reply && spoken(reply, unread)}
      </p>
      <Suspense>
        {reply?.answer && (
          <Decision
            answer={reply.answer}
            stale={unread && `${unread}; showing the answer as of a moment ago.`}
            onGoTo={onGoTo}
          />
        )}
        {reply?.answer?.more && <AnswerSections sections={reply.answer.more} />}
      </Suspense>
      {unread && !reply?.answer && <p className="pg-none">{unread}, so nothing can be asked yet.</p>}
      {isEmpty && (
        <div className="pg-none">
          <p>{kind.hint} Then ask, and see which line decides.</p>
          {examples.map(it => (
            <button key={it.title} type="button" className="btn btn-sm" onClick={() => onLoad(it)}>
              {it.title}
            </button>
          ))}
        </div>
      )}
      {!isEmpty && <QuestionPick questions={questions} form={form} onPick={onForm} />}
      <Suspense>{reply?.reach && reply.reach.ends.length > 1 && <ReachPicture reach={reply.reach} />}</Suspense>
    </section>
  )
}

function unreadWords({ marks }: Reply): string {
  const fault = marks.find(it => it.severity === 'error')
  return `${fault ? `Line ${fault.line}` : 'The text'} cannot be read`
}

/** The decision in one breath: its reasons are there to be read. */
function spoken({ answer }: Reply, unread: string | undefined): string {
  if (unread) return `${unread}.`
  return answer ? `${answer.outcome}. Decided by ${answer.by}.` : ''
}
