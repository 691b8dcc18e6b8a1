import { errorText, warningDescription, warningText } from './load/code-words.ts'
import { deprecatedFields } from './load/condition-advice.ts'
import { toldContext } from './load/context.ts'
import type { FileVerdict, RuleFile, SaidByFalco } from './rule-set.ts'

/**
 * What Falco prints of a file that it does not start with, and `falco -V` of any: all there is to say, with its places.
 * `files` are all that were loaded. Ends with a line feed where anything is told.
 */
export function loadResultText(verdict: FileVerdict, files: readonly RuleFile[]): string {
  const { error, warnings, schema } = verdict
  let text = headOf(verdict)
  if (!isShaped(schema))
    text += `\n${schema.length} Schema warnings:\n${schema.map(words => `------\n${words}\n`).join('')}------\n`
  if (error) text += `\n1 Errors:\n${saidText(error, errorText(error.code), files)}`
  if (warnings.length > 0) {
    const told = warnings.map(each => saidText(each, warningWords(each), files))
    text += `\n${warnings.length} Warnings:\n${told.join('')}`
  }
  return text
}

/** The same in short: the verdict, and the codes. */
export function loadResultSummary(verdict: FileVerdict): string {
  const { error, warnings, schema } = verdict
  const lines = [headOf(verdict)]
  if (!isShaped(schema)) lines.push(` ${schema.length} schema warnings: [${schema.join(' ')}]`)
  if (error) lines.push(` 1 errors: [${error.code} (${errorText(error.code)})]`)
  const told = warnings.map(each => `${each.code} (${warningWords(each)})`)
  if (told.length > 0) lines.push(` ${told.length} warnings: [${told.join(' ')}]`)
  return lines.join('\n')
}

/** The same as an object of Falco's JSON. */
export function loadResultJson(verdict: FileVerdict, files: readonly RuleFile[]): Readonly<Record<string, unknown>> {
  const { file, error, warnings, schema } = verdict
  const isValid = isShaped(schema)
  return {
    ...{ name: file, successful: verdict.verdict !== 'invalid' },
    ...(schema.length > 0 && { schema_valid: isValid, schema_warnings: isValid ? [] : schema }),
    errors: error ? [saidJson(error, errorText(error.code), files)] : [],
    warnings: warnings.map(each => {
      const field = fieldOf(each)
      const said = saidJson(each, warningDescription(each.code), files)
      return field === undefined ? said : { ...said, deprecated_field: field }
    }),
  }
}

/** Only the first document's words are looked at. */
function isShaped(schema: readonly string[]): boolean {
  return schema.length === 0 || schema[0] === 'ok'
}

function headOf({ file, verdict }: FileVerdict): string {
  const words = { ok: 'Ok', warnings: 'Ok, with warnings', invalid: 'Invalid' }[verdict]
  return file === '' ? words : `${file}: ${words}`
}

/** The field that a warning is about, where it is one that is on its way out. */
function fieldOf({ notice: { code, data } }: SaidByFalco): string | undefined {
  const { field } = data
  return code === 'falco-deprecated' && typeof field === 'string' && deprecatedFields.has(field) ? field : undefined
}

function warningWords(said: SaidByFalco): string {
  const field = fieldOf(said)
  return `${warningText(said.code)}${field === undefined ? '' : `: field '${field}'`}`
}

function saidText({ code, message, notice }: SaidByFalco, words: string, files: readonly RuleFile[]): string {
  const context = notice.context && toldContext(notice.context, files)
  const places = (context?.locations ?? []).map(({ item_type, item_name, position }, index) => {
    const name = item_name === '' ? '' : ` '${item_name}'`
    return `${index === 0 ? 'In ' : '    '}${item_type}${name}: (${position.name}:${position.line}:${position.column})\n`
  })
  return `${places.join('')}------\n${context?.snippet ?? ''}------\n${code} (${words}): ${message}\n`
}

function saidJson({ code, message, notice }: SaidByFalco, codedesc: string, files: readonly RuleFile[]) {
  const { context } = notice
  return { code, codedesc, message, ...(context && { context: toldContext(context, files) }) }
}
