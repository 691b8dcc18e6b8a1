import type { Form } from './playground.ts'
import { questionWords } from './question-words.ts'

interface QuestionPickProps {
  readonly questions: readonly Form[]
  readonly form: Form
  onPick(form: Form): void
}

/** Questions to take instead of writing one. */
export function QuestionPick({ questions, form, onPick }: QuestionPickProps) {
  const now = wordsOf(form)
  return (
    <fieldset className="pick">
      <legend className="h-sm">Or take one of these</legend>
      {questions.map(it => {
        const { asks, detail } = questionWords(it)
        return (
          <label key={wordsOf(it)}>
            <input type="radio" name="pg-pick" checked={wordsOf(it) === now} onChange={() => onPick(it)} />
            <span className="mono">
              {asks}
              {detail && <small>{detail}</small>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

const wordsOf = (form: Form) => Object.values(questionWords(form)).join(', ')
