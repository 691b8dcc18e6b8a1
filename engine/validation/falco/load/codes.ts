/**
 * Our code for everything that is found in rule files → Falco's own code, or null where only we say something.
 * `LOAD_ERR_…` keeps Falco from starting, and so does what has no code, '', because Falco ends there and then.
 */
export const falcoCodes = {
  'falco-not-rules': 'LOAD_ERR_YAML_VALIDATE',
  'falco-missing-key': 'LOAD_ERR_YAML_VALIDATE',
  'falco-empty-value': 'LOAD_ERR_YAML_VALIDATE',
  'falco-wrong-type': 'LOAD_ERR_YAML_VALIDATE',
  'falco-bad-priority': 'LOAD_ERR_YAML_VALIDATE',
  'falco-bad-override': 'LOAD_ERR_YAML_VALIDATE',
  'falco-bad-version': 'LOAD_ERR_YAML_VALIDATE',
  'falco-newer-engine': 'LOAD_ERR_VALIDATE',
  'falco-plugin-missing': '',
  'falco-not-defined-before': 'LOAD_ERR_VALIDATE',
  'falco-other-source': 'LOAD_ERR_VALIDATE',
  'falco-bad-exception': 'LOAD_ERR_VALIDATE',
  'falco-exception-crash': '',
  'falco-compared-event-type': '',
  'falco-unknown-macro': 'LOAD_ERR_VALIDATE',
  'falco-macro-loop': 'LOAD_ERR_VALIDATE',
  'falco-condition-syntax': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-condition-too-large': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-unknown-field': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-field-argument': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-bad-transformer': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-bad-operator': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-bad-value': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-bad-regex': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-bad-right-hand': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-unknown-event-type': 'LOAD_ERR_COMPILE_CONDITION',
  'falco-bad-output': 'LOAD_ERR_COMPILE_OUTPUT',
  'falco-unknown-item': 'LOAD_UNKNOWN_ITEM',
  'falco-unknown-key': 'LOAD_UNKNOWN_KEY',
  'falco-unknown-source': 'LOAD_UNKNOWN_SOURCE',
  'falco-skipped-rule': 'LOAD_UNKNOWN_FILTER',
  'falco-deprecated': 'LOAD_DEPRECATED_ITEM',
  'falco-macro-name': 'LOAD_INVALID_MACRO_NAME',
  'falco-list-name': 'LOAD_INVALID_LIST_NAME',
  'falco-unused-macro': 'LOAD_UNUSED_MACRO',
  'falco-unused-list': 'LOAD_UNUSED_LIST',
  'falco-exception-twice': 'LOAD_EXCEPTION_NAME_NOT_UNIQUE',
  'falco-exception-no-values': 'LOAD_APPEND_NO_VALUES',
  'falco-no-event-type': 'LOAD_NO_EVTTYPE',
  'falco-field-as-value': 'LOAD_COMPILE_CONDITION',
  'falco-simpler-operator': 'LOAD_COMPILE_CONDITION',
  'falco-unsafe-na': 'LOAD_UNSAFE_NA_CHECK',
  'falco-duplicate-key': null,
  'falco-never-fires': null,
  'falco-never-holds': null,
  'falco-unknown-list': null,
  'falco-any-ancestor': null,
} as const satisfies Record<string, `LOAD_${string}` | '' | null>

export type FalcoCode = keyof typeof falcoCodes

/** Whether what Falco has this code for keeps it from starting. */
export function isError(falco: string | null): boolean {
  return falco === '' || (falco?.startsWith('LOAD_ERR_') ?? false)
}
