import { useState } from 'react'
import type { ActionScope } from '#engine/validation/falco/events/suspicious/action.ts'
import { shorthandsOf, suspiciousActions } from '#engine/validation/falco/events/suspicious/fire.ts'
import type { Field } from '../kinds.ts'
import type { Form } from '../playground.ts'
import { QuestionFields } from '../question-fields.tsx'
import { writeEvent } from './write-event.ts'

const USUAL_IMAGE = 'nginx:1.27'
const actions = suspiciousActions()
const where: Field = { name: 'where', label: 'Where', options: ['container', 'host'] }
const hostFields: readonly Field[] = [
  { name: 'user', label: 'User', placeholder: 'as the action has it' },
  { name: 'tty', label: 'Terminal', options: ['as usual', 'yes', 'no'] },
]
const containerFields: readonly Field[] = [
  { name: 'container', label: 'Container', placeholder: 'web' },
  { name: 'image', label: 'Image', placeholder: USUAL_IMAGE },
  { name: 'pod', label: 'Pod', placeholder: 'none' },
  { name: 'ns', label: 'Namespace', placeholder: 'none' },
]

interface EventComposerProps {
  /** Gets what happens, as items of the list of events. */
  onFire(items: readonly string[]): void
}

/** Fires one of the suspicious actions, somewhere, by somebody. */
export function EventComposer({ onFire }: EventComposerProps) {
  const [form, setForm] = useState<Form>({
    action: 'RunShellInContainer',
    container: 'web',
    image: USUAL_IMAGE,
    pod: 'web',
    ns: 'shop',
  })
  const action = actions.find(it => it.name === form.action) ?? actions[0]
  if (!action) return null
  const places: readonly string[] = action.where
  const isInside = places.includes('container') && (form.where !== 'host' || !places.includes('host'))
  const fields: readonly Field[] = [
    { name: 'action', label: 'Action', options: actions.map(it => it.name), wide: true },
    { ...where, options: (where.options ?? []).filter(it => places.includes(it)), wide: true },
    ...(isInside ? containerFields : []),
    ...hostFields,
  ]
  const shorthands = shorthandsOf(action, isInside ? insideOf(form) : { where: 'host' }).map(it => ({
    ...it,
    ...(form.user && { user: form.user, ...(form.user !== 'root' && { uid: 1000 }) }),
    ...(form.tty === 'yes' && { tty: true }),
    ...(form.tty === 'no' && { tty: false }),
  }))
  return (
    <form
      className="fp-fire"
      onSubmit={event => {
        event.preventDefault()
        onFire(shorthands.map(writeEvent))
      }}
    >
      <QuestionFields {...{ title: 'Action', fields, form, problem: undefined, known: undefined }} onChange={setForm} />
      <p className="meta">{action.meaning}</p>
      <button type="submit" className="btn btn-sm">
        Fire
      </button>
    </form>
  )
}

function insideOf({ container, image, pod, ns }: Form): ActionScope {
  return {
    where: 'container',
    ...{ name: container || 'web', image: image || USUAL_IMAGE },
    ...(pod && { pod }),
    ...(ns && { ns }),
  }
}
