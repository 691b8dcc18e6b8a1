import type { FalcoRule, RuleSet } from '../../validation/falco/rule-set.ts'
import { jsonOf } from './json-text.ts'

const column = 50

/** What `falco -L` prints; with a name, what `falco -l` prints of that rule. Undefined when it is not loaded. */
export function describedRules({ rules }: RuleSet, only?: string): string | undefined {
  const chosen = only === undefined ? rules : rules.filter(({ name }) => name === only)
  if (only !== undefined && chosen.length === 0) return undefined
  const row = (left: string, right: string) => `${left.padEnd(column)} ${right}\n`
  return [
    row('Rule', 'Description'),
    row('----', '-----------'),
    ...chosen.map(({ name, desc }) => `${row(name, `${inLines(desc)} `)}\n`),
  ].join('')
}

/** The same as JSON: what a person asks of rules with a program. */
export function describedAsJson({ rules, macros, lists }: RuleSet, only?: string): string | undefined {
  const chosen = only === undefined ? rules : rules.filter(({ name }) => name === only)
  if (only !== undefined && chosen.length === 0) return undefined
  const info = ({ name, desc, priority, enabled, tags, output }: FalcoRule) => ({
    info: { name, description: desc, priority, enabled, tags, output: output.text, source: 'syscall' },
  })
  if (only !== undefined) return `${jsonOf({ rules: chosen.map(info) })}\n`
  return `${jsonOf({
    rules: chosen.map(info),
    macros: macros.map(({ name, text }) => ({ info: { name, condition: text } })),
    lists: lists.map(({ name, text }) => ({ info: { name, items: text.split(', ').filter(item => item !== '') } })),
  })}\n`
}

/** A description in lines of the second column. */
function inLines(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/)) {
    if (line !== '' && line.length + word.length > column) {
      lines.push(`${line} `)
      line = ''
    }
    line += line === '' ? word : ` ${word}`
  }
  return [...lines, line].join(`\n${' '.repeat(column + 1)}`)
}
