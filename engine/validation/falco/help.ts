import type { Choice, Choices, Field } from '../field.ts'
import { operators, transformers } from './condition/syntax.ts'
import { meaningOf } from './field-meanings.ts'
import { allFields } from './fields.ts'
import { type Priority, priorities } from './rule-set.ts'

const priorityMeanings: Readonly<Record<Priority, string>> = {
  Emergency: 'The host cannot be used.',
  Alert: 'Somebody has to act at once.',
  Critical: 'Something important is broken or taken over.',
  Error: 'An attack, or a serious fault.',
  Warning: 'Hardly ever right.',
  Notice: 'Normal, but worth a look.',
  Informational: 'For the record.',
  Debug: 'For those who write rules.',
}

const operatorMeanings: Readonly<Record<string, string>> = {
  exists: 'The field has a value at this event.',
  '<=': 'Less, or the same number.',
  '<': 'Less.',
  '>=': 'More, or the same number.',
  '>': 'More.',
  '==': 'The same; as =.',
  '=': 'The same.',
  '!=': 'Not the same.',
  glob: 'The value fits a pattern with * and ?.',
  iglob: 'As glob, whatever the case.',
  contains: 'The text stands somewhere in the value.',
  icontains: 'As contains, whatever the case.',
  bcontains: 'The bytes, in hex, stand somewhere in the value.',
  startswith: 'The value begins with the text.',
  bstartswith: 'The value begins with the bytes, in hex.',
  endswith: 'The value ends with the text.',
  regex: 'The whole value fits a regular expression.',
  intersects: 'One value is in both lists.',
  in: 'The value is one of a list in parentheses.',
  pmatch: 'The path is one of these, or lies below one.',
}

const joining: readonly Choice[] = [
  { text: 'and', says: 'Both sides hold.' },
  { text: 'or', says: 'One side holds. And binds more tightly: use parentheses.' },
  { text: 'not', says: 'What follows does not hold.' },
]

const fields = (only: 'conditions' | 'outputs'): readonly Choice[] =>
  [...allFields().values()]
    .filter(
      ({ hidden, deprecated, onlyInConditions }) => !hidden && !deprecated && !(onlyInConditions && only === 'outputs'),
    )
    .map(({ name }) => ({ text: name, says: `Field. ${meaningOf(name) ?? 'Falco has no words for it.'}` }))

const language: readonly Choice[] = [
  ...joining,
  ...operators.map(text => ({ text, says: `Operator. ${operatorMeanings[text] ?? 'Compares.'}` })),
  ...transformers.map(text => ({
    text,
    says: 'Changes a field before it is compared. The field stands in parentheses behind it.',
  })),
]

/** Fields, operators, and the macros and lists that stand in the same file. */
const inConditions: Choices = ({ root }) => [
  ...named(root, 'macro', 'Macro', 'condition'),
  ...named(root, 'list', 'List', 'items'),
  ...fields('conditions'),
  ...language,
]

function named(root: unknown, key: string, title: string, content: string): readonly Choice[] {
  if (!Array.isArray(root)) return []
  return root.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return []
    const name: unknown = Reflect.get(item, key)
    const value: unknown = Reflect.get(item, content)
    if (typeof name !== 'string') return []
    const shown = Array.isArray(value) ? value.join(', ') : String(value ?? '')
    const text = shown.replace(/\s+/g, ' ').trim()
    return { text: name, says: `${title}: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}.` }
  })
}

const wordOf = /[\w.[\]-]/
const yesOrNo = (yes: string, no: string): readonly Choice[] => [
  { text: 'true', says: yes },
  { text: 'false', says: no },
]
const appendOrReplace: Field = {
  says: 'What happens to this part of the earlier definition.',
  values: [
    { text: 'append', says: 'What stands here is put behind what was there.' },
    { text: 'replace', says: 'What stands here takes the place of what was there.' },
  ],
}

const exceptions: Field = {
  says: 'Cases in which the rule does not alert.',
  items: {
    says: 'A kind of exception.',
    keys: {
      name: { says: 'Its name, by which values are added later.' },
      fields: { says: 'The fields that are compared.', items: { says: 'A field.', values: fields('conditions') } },
      comps: {
        says: 'How each field is compared. Left out: =.',
        items: {
          says: 'An operator.',
          values: operators.map(text => ({ text, says: operatorMeanings[text] ?? 'Compares.' })),
        },
      },
      values: { says: 'Lists of values, one for each case.', items: { says: 'The values of one case.' } },
    },
  },
}

const item: Field = {
  says: 'A rule, a macro or a list.',
  keys: {
    rule: { says: 'The name of a rule. The same name again replaces the rule.' },
    macro: { says: 'The name of a piece of condition. It has to stand above where it is used.' },
    list: { says: 'The name of a list. It has to stand above where it is used.' },
    desc: { says: 'What the rule is for. It has to be there.' },
    condition: {
      says: 'When the rule alerts: fields compared with values, joined by and, or, not.',
      values: inConditions,
      wordOf,
    },
    output: {
      says: 'The text of the alert. A field stands in it as %proc.name.',
      values: fields('outputs'),
      wordOf: /[\w.[\]]/,
    },
    priority: {
      says: 'How grave an alert is.',
      values: priorities.map(text => ({ text: text.toUpperCase(), says: priorityMeanings[text] })),
    },
    items: { says: 'What the list holds. Another list may stand in it.', items: { says: 'A word of the list.' } },
    tags: { says: 'Words by which rules are turned on and off.', items: { says: 'A tag.' } },
    source: {
      says: 'Where events come from.',
      values: [{ text: 'syscall', says: 'System calls of the host; this is taken when nothing is said.' }],
    },
    enabled: { says: 'Whether the rule is asked at all.', values: yesOrNo('It is asked.', 'It is not asked.') },
    exceptions,
    override: {
      says: 'Changes an earlier definition, part by part.',
      keys: {
        condition: appendOrReplace,
        output: appendOrReplace,
        desc: appendOrReplace,
        priority: appendOrReplace,
        tags: appendOrReplace,
        exceptions: appendOrReplace,
        enabled: appendOrReplace,
        items: appendOrReplace,
      },
    },
    append: {
      says: 'The old way to add to an earlier definition. Use override.',
      values: yesOrNo('It is added.', 'It is a definition of its own.'),
    },
    'skip-if-unknown-filter': {
      says: 'Whether a rule with unknown fields is left out with a warning, in place of an error.',
      values: yesOrNo('It is left out.', 'It is an error.'),
    },
    warn_evttypes: {
      says: 'Whether Falco warns of a condition that says nothing of evt.type.',
      values: yesOrNo('It warns.', 'It is silent.'),
    },
    required_engine_version: { says: 'The oldest engine that may read the file.' },
  },
}

/** A file of Falco's rules, for people who ask while they type. */
export const falcoHelp: Field = { says: 'Rules, macros and lists of Falco.', items: item }
