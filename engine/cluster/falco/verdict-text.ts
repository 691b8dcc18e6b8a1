import { toldContext } from '../../validation/falco/load/context.ts'
import type { FileVerdict, RuleFile, SaidByFalco } from '../../validation/falco/rule-set.ts'
import { jsonOf } from './json-text.ts'

/** What Falco's codes say in brackets. */
const meanings: Readonly<Record<string, string>> = {
  LOAD_ERR_FILE_READ: 'File read error',
  LOAD_ERR_YAML_PARSE: 'YAML parse error',
  LOAD_ERR_YAML_VALIDATE: 'Error validating internal structure of YAML file',
  LOAD_ERR_COMPILE_CONDITION: 'Error compiling condition',
  LOAD_ERR_COMPILE_OUTPUT: 'Error compiling output',
  LOAD_ERR_VALIDATE: 'Error validating rule/macro/list/exception objects',
  LOAD_UNKNOWN_SOURCE: 'Unknown event source',
  LOAD_UNSAFE_NA_CHECK: 'Unsafe <NA> comparison in condition',
  LOAD_NO_EVTTYPE: 'Condition has no event-type restriction',
  LOAD_UNKNOWN_FILTER: 'Unknown field or event-type in condition or output',
  LOAD_UNUSED_MACRO: 'Unused macro',
  LOAD_UNUSED_LIST: 'Unused list',
  LOAD_UNKNOWN_ITEM: 'Unknown rules file item',
  LOAD_DEPRECATED_ITEM: 'Used deprecated item',
  LOAD_APPEND_NO_VALUES: 'Overriding/appending with no values',
  LOAD_EXCEPTION_NAME_NOT_UNIQUE: 'Multiple exceptions defined with the same name',
  LOAD_INVALID_MACRO_NAME: 'Invalid macro name',
  LOAD_INVALID_LIST_NAME: 'Invalid list name',
  LOAD_COMPILE_CONDITION: 'Warning in rule condition',
  LOAD_UNKNOWN_KEY: 'Unknown key in item definition',
}

/** `LOAD_ERR_VALIDATE (…): what is wrong`. */
export function saidLine({ code, message, notice }: SaidByFalco): string {
  const { field } = notice.data
  const isOfField = code === 'LOAD_DEPRECATED_ITEM' && typeof field === 'string' && field !== 'container.info'
  const meaning = `${meanings[code] ?? ''}${isOfField ? `: field '${field}'` : ''}`
  return code === '' ? message : `${code} (${meaning}): ${message}`
}

const rule = '------'

/** What Falco's check of a file's shape complains of. */
export function shapeFaults({ schema }: FileVerdict): readonly string[] {
  return schema.filter(word => word !== 'ok')
}

/** All that Falco prints of a file: its verdict, and below it what is to be said of its shape, errors and warnings with their places. */
export function verdictText(found: FileVerdict, files: readonly RuleFile[]): string {
  const { error, warnings } = found
  const block = (title: string, said: readonly SaidByFalco[]) =>
    said.length === 0 ? [] : [`${said.length} ${title}:\n${said.map(each => entry(each, files)).join('')}`]
  const faults = shapeFaults(found)
  const shape =
    faults.length === 0
      ? []
      : [`${faults.length} Schema warnings:\n${rule}\n${faults.map(each => `${each}\n${rule}\n`).join('')}`]
  const blocks = [...shape, ...block('Errors', error ? [error] : []), ...block('Warnings', warnings)]
  return [verdictLine(found), ...blocks].join('\n')
}

/** `rules.yaml: Ok, with warnings`. */
export function verdictLine({ file, verdict }: FileVerdict): string {
  return `${file}: ${verdictWords[verdict]}`
}

const verdictWords = { ok: 'Ok', warnings: 'Ok, with warnings', invalid: 'Invalid' } as const

function entry(said: SaidByFalco, files: readonly RuleFile[]): string {
  const { context } = said.notice
  const told = context && toldContext(context, files)
  const places = told?.locations.map(({ item_type, item_name, position: { name, line, column } }, depth) => {
    const lead = depth === 0 ? 'In ' : '    '
    return `${lead}${item_type}${item_name === '' ? '' : ` '${item_name}'`}: (${name}:${line}:${column})\n`
  })
  return `${places?.join('') ?? ''}${rule}\n${told?.snippet ?? ''}${rule}\n${saidLine(said)}\n`
}

/** The verdicts as Falco's JSON has them. */
export function verdictJson(verdicts: readonly FileVerdict[], files: readonly RuleFile[]): string {
  const said = ({ code, message, notice: { context } }: SaidByFalco) => ({
    code,
    codedesc: meanings[code] ?? '',
    ...(context && { context: toldContext(context, files) }),
    message,
  })
  return jsonOf({
    falco_load_results: verdicts.map(found => ({
      errors: found.error ? [said(found.error)] : [],
      name: found.file,
      // Nothing is said of the shape of a file without documents.
      ...(found.schema.length > 0 && {
        schema_valid: shapeFaults(found).length === 0,
        schema_warnings: shapeFaults(found),
      }),
      successful: found.verdict !== 'invalid',
      warnings: found.warnings.map(said),
    })),
  })
}
