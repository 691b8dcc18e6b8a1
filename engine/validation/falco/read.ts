import { limit } from '../../yaml/limits.ts'
import { nearestName } from '../nearest-name.ts'
import { allFields } from './fields.ts'
import { isError } from './load/codes.ts'
import { type Collector, emptyCollector } from './load/collector.ts'
import { compileCollector } from './load/compile-collector.ts'
import { inOrder } from './load/lists.ts'
import type { Notice } from './load/notice.ts'
import { readRaw } from './load/raw.ts'
import { readItems } from './load/read-items.ts'
import type { Place } from './mapped-text.ts'
import type { FalcoFinding, FalcoReading, FalcoRule, FileVerdict, RuleFile, RuleSet } from './rule-set.ts'

/**
 * Reads rule files in load order, as Falco 0.44.1 loads them: every file may change what the files before it define. Falco
 * starts when no file is invalid. `value` holds the rules that could be read, even beside faulty ones. Falco stops at a
 * file's first error; the findings name the others too, at most 100. `data.near` is a name that was probably meant.
 */
export function readFalcoRules(files: readonly RuleFile[]): FalcoReading {
  const collector = emptyCollector()
  const kept = new Map<string, FalcoFinding>()
  const verdicts: FileVerdict[] = []
  let rules: readonly FalcoRule[] = []
  files.forEach((file, index) => {
    const notices: Notice[] = []
    const raw = readRaw(file)
    notices.push(...raw.notices)
    readItems(raw, collector, notice => notices.push(notice))
    const reading = notices.length
    rules = compileCollector(collector, notice => notices.push(notice))
    verdicts.push(verdictOf(file.name, notices, reading))
    const isLast = index === files.length - 1
    notices.forEach((notice, at) => {
      // What a compile warns of may be mended by the next file: a macro that is not used yet.
      if (at < reading || isLast || isError(notice.falco)) keep(kept, findingOf(notice, file.name))
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

function verdictOf(file: string, notices: readonly Notice[], reading: number): FileVerdict {
  const said = notices.filter(({ falco }) => falco !== null)
  const stop = said.findIndex(({ falco }) => isError(falco))
  const first = said[stop]
  // After an error while reading, Falco compiles nothing.
  const heard = stop === -1 ? said : said.slice(0, stop)
  const inReading = new Set(notices.slice(0, reading))
  const own = first && inReading.has(first) ? heard.filter(notice => inReading.has(notice)) : heard
  const saidOf = (notice: Notice) => ({ code: notice.falco ?? '', message: notice.message, notice })
  const warnings = own.map(saidOf)
  if (first) return { file, verdict: 'invalid', error: saidOf(first), warnings }
  return { file, verdict: warnings.length > 0 ? 'warnings' : 'ok', warnings }
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
