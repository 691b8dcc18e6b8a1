import type { Line } from '#engine/eval/evaluator.ts'
import { asLine, type Comparison, fields, listAt } from './comparison.ts'

/** Of conditions that were not asked about the events, only what Falco says of them counts. */
const condition: Comparison = {
  decided: (it, recorded) => ({
    ...{ ok: it.ok, stage: it.stage ?? null },
    ...(recorded.ok === true && recorded.evt_names !== undefined && { evt_names: it.evt_names }),
    ...(recorded.true_on !== undefined && { true_on: sorted(it.true_on) }),
  }),
  worded: ({ ok, error, pos, warnings }) => (ok ? { warnings } : { error, pos }),
}

export const falco: Readonly<Record<string, Comparison>> = {
  'falco/conditions': condition,
  'falco/condition-mutants': condition,
  'falco/rule-files': {
    decided: it => ({
      ...{ verdict: it.verdict, errors: sorted(it.error_codes), warnings: sorted(it.warning_codes) },
    }),
    worded: it => listAt('load_results')(it).map(said),
  },
  'falco/rule-file-mutants': {
    decided: it => ({
      ...{ verdict: it.verdict, errors: codes(it.load_result, 'errors'), warnings: codes(it.load_result, 'warnings') },
    }),
    worded: ({ load_result }) => said(load_result),
  },
  'falco/rule-alerts': {
    decided: ({ alerts }) => Object.keys(asLine(alerts)).sort(),
    worded: ({ alerts }) => eachValue(alerts, list => (Array.isArray(list) ? list.map(it => asLine(it).line) : [])),
    leftOut: ({ files }) => {
      const isThere = (file: unknown) => typeof asLine(file).content === 'string'
      return Array.isArray(files) && !files.every(isThere) ? 'a rule file that they name is not there' : undefined
    },
  },
  'falco/formats': {
    decided: ({ results }, recorded) => shownIn(results, recorded).map(([event]) => event),
    worded: ({ results, format }, recorded) => (isLocal(format ?? recorded.format) ? [] : shownIn(results, recorded)),
  },
}

/** Entries whose text was recorded whole. */
function shownIn(results: unknown, recorded: Line): readonly (readonly [string, unknown])[] {
  const whole = asLine(recorded.results)
  return Object.entries(asLine(results))
    .filter(([event]) => typeof whole[event] === 'string')
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The name of the machine that recorded is not compared. */
function isLocal(format: unknown): boolean {
  return String(format).includes('evt.hostname')
}

function codes(result: unknown, key: 'errors' | 'warnings'): readonly string[] {
  return sorted(listAt(key)(asLine(result)).map(it => asLine(it).code))
}

/** A load result's texts with their places: codes without a context have none. */
function said(result: unknown): Line {
  const of = (key: string) => listAt(key)(asLine(result)).map(it => fields('code', 'message', 'context')(asLine(it)))
  return { name: asLine(result).name, errors: of('errors'), warnings: of('warnings') }
}

function sorted(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.map(String))].sort() : []
}

function eachValue(map: unknown, make: (value: unknown) => unknown): Line {
  return Object.fromEntries(Object.entries(asLine(map)).map(([key, value]) => [key, make(value)]))
}
