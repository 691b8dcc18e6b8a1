import type { Field } from '../field.ts'

/** What objects of every kind have, for people who ask while they type. */
export const metadataHelp: Field = {
  says: 'What the object is called, and what is noted of it.',
  keys: {
    name: { says: 'The name.' },
    namespace: {
      says: 'The namespace that it lies in. Left out: that of the context. Kinds of the whole cluster have none.',
    },
    labels: { says: 'Words by which objects are found.', others: { says: 'A label.' } },
    annotations: { says: 'Notes for programs.', others: { says: 'An annotation.' } },
  },
}

/** A label selector. `says` tells what it selects. */
export function selectorHelp(says: string): Field {
  return {
    says,
    keys: {
      matchLabels: {
        says: 'Labels that all have to be there, with these values.',
        others: { says: 'The value of the label.' },
      },
      matchExpressions: {
        says: 'Conditions that all have to hold.',
        items: {
          says: 'A condition on one label.',
          keys: {
            key: { says: 'The key of the label.' },
            operator: {
              says: 'How the label is looked at.',
              values: [
                { text: 'In', says: 'The label is there, with one of the values.' },
                { text: 'NotIn', says: 'The label has none of the values, or is not there.' },
                { text: 'Exists', says: 'The label is there.' },
                { text: 'DoesNotExist', says: 'The label is not there.' },
              ],
            },
            values: { says: 'The values for In and NotIn; the others take none.', items: { says: 'A value.' } },
          },
        },
      },
    },
  }
}
