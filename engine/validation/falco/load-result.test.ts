import { expect, test } from 'vitest'
import { loadResultJson, loadResultSummary, loadResultText } from './load-result.ts'
import { readFalcoRules } from './read.ts'

const text = `- macro: spare
  condition: evt.type = open
- rule: Reads
  desc: d
  condition: evt.type = open and (
    fd.nme = x)
  output: "%proc.name"
  priority: warning
`
const files = [{ name: 'local.yaml', text }]

function verdictOf(named: typeof files) {
  const [verdict] = readFalcoRules(named).files
  if (!verdict) throw new Error('A file has no verdict.')
  return verdict
}

test('an error with its places, the line, and what the check of the shape says', () => {
  expect(loadResultText(verdictOf(files), files)).toBe(`local.yaml: Invalid
3 Schema warnings:
------
failed for <root>[1][priority]: Failed to match against any enum values.
------
failed for <root>[1]: Failed to validate against schema associated with property name 'priority'.
------
failed for <root>: Failed to validate item #1 in array.
------

1 Errors:
In rules content: (local.yaml:0:0)
    rule 'Reads': (local.yaml:2:2)
    rule condition: (local.yaml:4:13)
    condition expression: ("evt.type = open a...":5:36)
------
evt.type = open and ( fd.nme = x)
                                ^
------
LOAD_ERR_COMPILE_CONDITION (Error compiling condition): filter_check called with nonexistent field fd.nme
`)
})

test('the same in short, and as an object', () => {
  const verdict = verdictOf(files)
  expect(loadResultSummary(verdict).split('\n').at(-1)).toBe(
    ' 1 errors: [LOAD_ERR_COMPILE_CONDITION (Error compiling condition)]',
  )
  expect(loadResultJson(verdict, files)).toMatchObject({
    ...{ name: 'local.yaml', successful: false, schema_valid: false },
    errors: [{ code: 'LOAD_ERR_COMPILE_CONDITION', codedesc: 'Error compiling condition' }],
    warnings: [],
  })
})

test('warnings', () => {
  const sound = [{ name: 'r.yaml', text: '- macro: spare\n  condition: evt.dir = <\n' }]
  expect(loadResultText(verdictOf(sound), sound)).toBe(`r.yaml: Ok, with warnings
1 Warnings:
In rules content: (r.yaml:0:0)
    macro 'spare': (r.yaml:0:2)
------
- macro: spare
  ^
------
LOAD_UNUSED_MACRO (Unused macro): Macro not referred to by any other rule/macro
`)
})

test('a file that has nothing to tell, and lines that are long', () => {
  const empty = [{ name: '', text: '# nothing\n' }]
  expect(loadResultText(verdictOf(empty), empty)).toBe('Ok')
  const long = [{ name: 'l.yaml', text: `- list: l\n  items: [${'é, '.repeat(90)}{}]\n` }]
  const [, line = ''] = /------\n(.*)\n *\^/.exec(loadResultText(verdictOf(long), long).split('Errors:')[1] ?? '') ?? []
  expect(line.startsWith('...')).toBe(true)
  expect(line.endsWith('{}]')).toBe(true)
})
