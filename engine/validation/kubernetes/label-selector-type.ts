import { list, map, struct, text } from './decode-types.ts'

/** `metav1.LabelSelector`, which decodes into a `LabelSelector`. */
export const labelSelector = struct('v1.LabelSelector', {
  matchLabels: map(text()),
  matchExpressions: list(
    struct('v1.LabelSelectorRequirement', {
      key: text(),
      operator: text('v1.LabelSelectorOperator'),
      values: list(text()),
    }),
  ),
})
