import type { FormEvent } from 'react'
import { type RequestForm, VERBS } from './request-form.ts'

interface RequestFieldsProps {
  /** Begins the ids of the fields. */
  readonly id: string
  readonly filled: RequestForm
  readonly problem: string | undefined
  onAsk(form: RequestForm): void
}

/** A request of one's own: verb, what it acts on, namespace, user. */
export function RequestFields({ id, filled, problem, onAsk }: RequestFieldsProps) {
  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const word = (name: string) => String(data.get(name) ?? '').trim()
    onAsk({ verb: word('verb'), what: word('what'), user: word('user'), namespace: word('namespace') })
  }
  const text = { className: 'input mono', autoComplete: 'off', spellCheck: false } as const
  return (
    <form className="ask-form" onSubmit={ask}>
      <div className="field">
        <label htmlFor={`${id}-verb`}>Verb</label>
        <select id={`${id}-verb`} name="verb" className="input mono" defaultValue={filled.verb}>
          {VERBS.map(verb => (
            <option key={verb}>{verb}</option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-what`}>Resource/name</label>
        <input
          {...text}
          id={`${id}-what`}
          name="what"
          defaultValue={filled.what}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-user`}>User</label>
        <input {...text} id={`${id}-user`} name="user" defaultValue={filled.user} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-namespace`}>Namespace</label>
        <input {...text} id={`${id}-namespace`} name="namespace" defaultValue={filled.namespace} placeholder="none" />
      </div>
      <span className="field-error" id={`${id}-problem`} role="alert">
        {problem}
      </span>
      <button className="btn" type="submit">
        Ask
      </button>
    </form>
  )
}
