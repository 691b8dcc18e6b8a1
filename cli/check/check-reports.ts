import { type JunitSuite, junit } from '../junit.ts'
import { type LabResult, placeOf } from './lab-result.ts'
import { labText, summary } from './text-report.ts'

/** What a report of all labs looks like, by `--reporter`. */
export const checkReports = {
  text: (results: readonly LabResult[]) => `${results.map(labText).join('')}${summary(results)}`,
  json: (results: readonly LabResult[]) => `${JSON.stringify(asJson(results), null, 2)}\n`,
  junit: (results: readonly LabResult[]) => junit('breakwater lab check', results.map(asSuite)),
} as const

function asJson(results: readonly LabResult[]) {
  return {
    holds: results.every(({ holds }) => holds),
    labs: results.map(({ attempts, ...result }) => ({
      ...result,
      attempts: attempts.map(({ file, variant, expected, missed, report }) => ({
        file,
        variant,
        expected,
        missed,
        earned: report?.earned ?? null,
        of: report?.of ?? null,
      })),
    })),
  }
}

function asSuite({ id, folder, demands }: LabResult): JunitSuite {
  return {
    name: id,
    cases: demands.map(({ sentence, state, shortfalls }) => ({
      name: sentence,
      failures: shortfalls.map(it => `${placeOf(folder, it)}: ${it.message}`),
      ...(state === 'untried' && { skipped: 'The lab cannot be read.' }),
    })),
  }
}
