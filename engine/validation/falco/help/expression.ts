import type { Choice, Choices } from '../../field.ts'
import { isEventName } from '../event-types.ts'
import { expressionPlace } from './expression-place.ts'
import { explainField, fieldChoices, parameterChoices } from './field-words.ts'
import { eventChoice, knownValues } from './known-values.ts'
import { named } from './names.ts'
import { joiningChoices, notChoice, operatorChoices, transformerChoices } from './operators.ts'

/** What the next word of a condition may be; without a place, all that its words can mean. */
export const expressionChoices: Choices = ({ root, expression }) => {
  const { before, word = '' } = expression ?? {}
  if (before === undefined) return explained(root, word)
  const { waits, field, types } = expressionPlace(before)
  const fields = fieldsAt(word, types, 'conditions')
  switch (waits) {
    case 'start':
      return [
        ...[...named(root, 'macro'), ...fields, notChoice, ...transformerChoices],
        // A condition that is put behind another begins so.
        ...(before.trim() === '' ? joiningChoices : []),
      ]
    case 'operator':
      return operatorChoices
    case 'argument':
      return fields
    case 'list':
      return [...named(root, 'list'), ...knownValues(field)]
    case 'value':
      return [...knownValues(field), ...transformerChoices]
    case 'joined':
      return joiningChoices
  }
}

/** What a word of a condition means, whatever it is. */
function explained(root: unknown, word: string): readonly Choice[] {
  const own = explainField(word)
  return [
    ...[...named(root, 'macro'), ...named(root, 'list'), ...(own ? [own] : [])],
    ...[...fieldChoices('conditions'), ...joiningChoices, notChoice, ...operatorChoices, ...transformerChoices],
    ...(isEventName(word) ? [eventChoice(word)] : []),
  ]
}

/** Fields of an output. */
export const outputChoices: Choices = ({ expression }) => {
  const { before, word = '' } = expression ?? {}
  const own = before === undefined ? explainField(word) : undefined
  return [...(own ? [own] : []), ...fieldsAt(word, [], 'outputs')]
}

/** Where a parameter of events has begun, all of them take the place of the one that stands for them. */
function fieldsAt(word: string, types: readonly string[], only: 'conditions' | 'outputs'): readonly Choice[] {
  const parameters = parameterChoices(word, types)
  const fields = fieldChoices(only)
  return parameters.length === 0
    ? fields
    : [...parameters, ...fields.filter(it => !/^evt\.(?:arg|rawarg|type\.is)\./.test(it.text))]
}
