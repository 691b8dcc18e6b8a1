import type { Choice, Field } from '../field.ts'
import { expressionChoices, outputChoices } from './help/expression.ts'
import { fieldChoices } from './help/field-words.ts'
import { itemKeys, overrideKeys } from './help/item-keys.ts'
import { exceptionNames, namesOf } from './help/names.ts'
import { operatorChoices } from './help/operators.ts'
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

const wordOf = /[\w.[\]-]/
const yesOrNo = (yes: string, no: string): readonly Choice[] => [
  { text: 'true', says: yes },
  { text: 'false', says: no },
]
const replace: Choice = { text: 'replace', says: 'What stands here takes the place of what was there.' }
const onlyReplace: Field = { says: 'What happens to this part of the earlier definition.', values: [replace] }
const appendOrReplace: Field = {
  ...onlyReplace,
  values: [{ text: 'append', says: 'What stands here is put behind what was there.' }, replace],
}

const exceptions: Field = {
  says: 'Cases in which the rule does not alert.',
  items: {
    says: 'A kind of exception.',
    keys: {
      name: { says: 'Its name, by which values are added later.', values: exceptionNames },
      fields: {
        says: 'The fields that are compared.',
        items: { says: 'A field.', values: () => fieldChoices('conditions') },
      },
      comps: {
        says: 'How each field is compared. Left out: =.',
        items: { says: 'An operator.', values: operatorChoices },
      },
      values: { says: 'Lists of values, one for each case.', items: { says: 'The values of one case.' } },
    },
  },
}

const named = 'The same name again changes what an earlier file has, by override, or takes its place.'

const item: Field = {
  says: 'A rule, a macro or a list.',
  keysBeside: itemKeys,
  keys: {
    rule: { says: `The name of a rule. ${named}`, values: namesOf('rule') },
    macro: {
      says: `The name of a piece of condition. It has to stand above where it is used. ${named}`,
      values: namesOf('macro'),
    },
    list: {
      says: `The name of a list. It has to stand above where it is used. ${named}`,
      values: namesOf('list'),
    },
    desc: { says: 'What the rule is for. It has to be there.' },
    condition: {
      says: 'When the rule alerts: fields compared with values, joined by and, or, not.',
      values: expressionChoices,
      wordOf,
    },
    output: {
      says: 'The text of the alert. A field stands in it as %proc.name.',
      values: outputChoices,
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
      keysBeside: overrideKeys,
      keys: {
        condition: appendOrReplace,
        output: appendOrReplace,
        desc: appendOrReplace,
        priority: onlyReplace,
        tags: appendOrReplace,
        exceptions: appendOrReplace,
        enabled: onlyReplace,
        items: appendOrReplace,
        warn_evttypes: onlyReplace,
        'skip-if-unknown-filter': onlyReplace,
        capture: onlyReplace,
        capture_duration: onlyReplace,
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
    capture: {
      says: 'Whether what the host does is recorded when the rule alerts. It needs falco.yaml to say so too.',
      values: yesOrNo('It is recorded.', 'It is not recorded.'),
    },
    capture_duration: { says: 'How long is recorded, in milliseconds.' },
    required_engine_version: { says: 'The oldest engine that may read the file.' },
    required_plugin_versions: {
      says: 'Plugins that the file needs.',
      items: {
        says: 'A plugin.',
        keys: {
          name: { says: 'Its name.' },
          version: { says: 'The oldest version that will do.' },
          alternatives: {
            says: 'Plugins that will do as well.',
            items: {
              says: 'A plugin.',
              keys: { name: { says: 'Its name.' }, version: { says: 'Its oldest version.' } },
            },
          },
        },
      },
    },
  },
}

/** A file of Falco's rules, for people who ask while they type. */
export const falcoHelp: Field = { says: 'Rules, macros and lists of Falco.', items: item }
