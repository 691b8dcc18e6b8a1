import { limit } from '../../yaml/limits.ts'
import { nearestName } from '../nearest-name.ts'
import { type AppendOutput, shippedAppendOutput } from './append-output.ts'
import { allFields } from './fields.ts'
import { isError } from './load/codes.ts'
import type { Collector } from './load/collector.ts'
import { inOrder } from './load/lists.ts'
import { load } from './load/load.ts'
import type { Notice } from './load/notice.ts'
import { readFile } from './load/read-file.ts'
import type { Place } from './mapped-text.ts'
import type { FalcoFinding, FalcoReading, FalcoRule, FileVerdict, RuleFile, RuleSet } from './rule-set.ts'

/** What falco.yaml says that matters for the loading of rules. */
export interface LoadSettings {
  /** Default: what Falco ships with. */
  readonly appendOutput?: readonly AppendOutput[]
}

/**
 * Reads rule files in load order, as Falco 0.44.1 loads them: every file may change what the files before it define. Falco
 * starts when no file is invalid. `value` holds the rules that could be read, even beside faulty ones. Falco stops at a
 * file's first error; the findings name the others too, at most 100. `data.near` is a name that was probably meant.
 */
export function readFalcoRules(
  files: readonly RuleFile[],
  { appendOutput = shippedAppendOutput }: LoadSettings = {},
): FalcoReading {
  const read = files.map(readFile)
  const falco = load(read, appendOutput, false)
  const verdicts = falco.files.map(({ notices }, at) =>
    verdictOf(files[at]?.name ?? '', notices, read[at]?.schema ?? []),
  )
  // Falco says one thing of a file that it refuses; a person wants to know all.
  const whole = verdicts.some(({ verdict }) => verdict === 'invalid') ? load(read, appendOutput, true) : falco
  const { collector, rules } = whole
  const kept = new Map<string, FalcoFinding>()
  whole.files.forEach(({ notices, reading }, index) => {
    const isLast = index === files.length - 1
    notices.forEach((notice, at) => {
      // What a compile warns of may be mended by the next file: a macro that is not used yet.
      if (at < reading || isLast || isError(notice.falco)) keep(kept, findingOf(notice, files[index]?.name ?? ''))
    })
  })
  const order = new Map(files.map(({ name }, at) => [name, at]))
  const findings = [...kept.values()]
    .toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
    .toSorted((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0))
    .slice(0, limit.findings)
    .map(finding => withNear(finding, collector))
  return { value: ruleSetOf(rules, collector), findings, files: verdicts }
}

function verdictOf(file: string, notices: readonly Notice[], schema: readonly string[]): FileVerdict {
  const said = notices
    .filter(({ falco }) => falco !== null)
    .map(notice => ({ code: notice.falco ?? '', message: notice.told ?? notice.message, notice }))
  const error = said.find(({ code }) => isError(code))
  const warnings = said.filter(({ code }) => !isError(code))
  if (error) return { file, verdict: 'invalid', error, warnings, schema }
  return { file, verdict: warnings.length > 0 ? 'warnings' : 'ok', warnings, schema }
}

function findingOf({ code, falco, message, place, data }: Notice, loading: string): FalcoFinding {
  return {
    code,
    severity: isError(falco) ? 'error' : 'warning',
    path: [],
    ...(place && { range: { start: place.start, end: place.end } }),
    message,
    data: { ...data, ...(falco && { falco }) },
    file: place?.file ?? loading,
  }
}

/** Adds the name that was probably meant. */
function withNear(finding: FalcoFinding, { macros }: Collector): FalcoFinding {
  const { code, data } = finding
  const [written, names] =
    code === 'falco-unknown-macro' ? [data.name, macros.keys()] : [data.field, allFields().keys()]
  const isName = ['falco-unknown-macro', 'falco-unknown-field', 'falco-skipped-rule', 'falco-bad-output'].includes(code)
  const near = isName && typeof written === 'string' ? nearestName(written, names) : undefined
  return near === undefined || near === written ? finding : { ...finding, data: { ...data, near } }
}

function keep(kept: Map<string, FalcoFinding>, finding: FalcoFinding): void {
  const { code, file, range, message } = finding
  const key = [code, file, range?.start, message].join('\n')
  if (!kept.has(key)) kept.set(key, finding)
}

function ruleSetOf(rules: readonly FalcoRule[], { macros, lists }: Collector): RuleSet {
  const named = (name: string, text: string, place: Place) => ({ name, text, place })
  return {
    rules,
    macros: inOrder(macros.values()).map(({ name, condition, place }) => named(name, condition.text, place)),
    lists: inOrder(lists.values()).map(({ name, items, place }) =>
      named(name, items.map(({ text }) => text).join(', '), place),
    ),
  }
}
