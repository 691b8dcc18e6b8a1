import { z } from 'zod'
import { meetsTerms, parseFieldSelector, termsText } from '../../validation/kubernetes/field-selector.ts'
import { parseLabelSelector } from '../../validation/kubernetes/parse-selector.ts'
import { meets, requirementsOf, requirementsText } from '../../validation/kubernetes/selector-requirement.ts'
import { type Evaluator, type Line, shaped } from '../evaluator.ts'

const strings = z.record(z.string(), z.string())
const sets = z.object({
  kind: z.literal('sets'),
  labelSets: z.array(strings).optional(),
  fieldSets: z.array(strings).optional(),
})
const selector = z.object({
  matchLabels: strings.default({}),
  matchExpressions: z
    .array(z.object({ key: z.string(), operator: z.string(), values: z.array(z.string()).default([]) }))
    .default([]),
})
const shape = z.discriminatedUnion('kind', [
  sets,
  z.object({ kind: z.literal('label'), text: z.string() }),
  z.object({ kind: z.literal('field'), text: z.string() }),
  z.object({ kind: z.literal('labelSelectorObject'), selector }),
])
type Asked = z.infer<typeof shape>
type Sets = readonly ReadonlyMap<string, string>[]

/** Selectors of labels and fields, and which of the sets of a line before they take. */
export const labelSelectors: Evaluator = {
  says: 'sets of labels and fields, and selectors in a line or in an object: which of the sets before they take',
  open() {
    let [labelSets, fieldSets]: [Sets, Sets] = [[], []]
    return shaped(shape, asked => {
      if (asked.kind !== 'sets') return answer(asked, labelSets, fieldSets)
      const maps = (sets: readonly Readonly<Record<string, string>>[]): Sets =>
        sets.map(it => new Map(Object.entries(it)))
      if (asked.labelSets) labelSets = maps(asked.labelSets)
      if (asked.fieldSets) fieldSets = maps(asked.fieldSets)
      return { kind: 'sets' }
    })
  },
}

function answer(asked: Exclude<Asked, { kind: 'sets' }>, labelSets: Sets, fieldSets: Sets): Line {
  const { kind } = asked
  if (kind === 'field') {
    const read = parseFieldSelector(asked.text)
    if ('error' in read) return { kind, ok: false, error: read.error }
    const matches = fieldSets.map(fields => meetsTerms(read.terms, fields))
    return { kind, ok: true, string: termsText(read.terms), matches }
  }
  const read = kind === 'label' ? parseLabelSelector(asked.text) : requirementsOf(selectorOf(asked.selector))
  if ('error' in read)
    return { kind, ok: false, error: read.error, ...(kind === 'labelSelectorObject' && { format: '<error>' }) }
  const { requirements } = read
  const string = requirementsText(requirements)
  const matches = labelSets.map(labels => requirements.every(each => meets(each, labels)))
  return {
    ...{ kind, ok: true, string, matches },
    ...(kind === 'label' ? { empty: requirements.length === 0 } : { format: string || '<none>' }),
  }
}

function selectorOf({ matchLabels, matchExpressions }: z.infer<typeof selector>) {
  return { matchLabels: new Map(Object.entries(matchLabels)), matchExpressions }
}
