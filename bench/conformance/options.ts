import { parseArgs } from 'node:util'

export interface Options {
  /** `kubernetes`, `kubernetes/audit-load`, with the ending or without. */
  readonly only?: string
  /** How many disagreements of a file are told. */
  readonly first: number
  readonly json: boolean
  readonly strict: boolean
  readonly update: boolean
  readonly help: boolean
}

export const usage = `Compares what Breakwater decides with what the real components decided.

  npm run conformance -- [options]

  --only <folder>[/<file>]  compare only these
  --first <n>               tell so many disagreements of each file; 3 without it
  --json                    print the figures as JSON
  --strict                  fail below the figures that are wanted, too
  --update                  write what is reached into bench/baseline.json; nothing in it falls

The recordings lie in ../shared/conformance, or where BREAKWATER_CONFORMANCE says; without them nothing is compared.
Exit codes: 0 nothing fell, 1 a file is below bench/baseline.json, 2 the call is wrong.
`

/** The options of a call, or one sentence that says what is wrong with it. */
export function readOptions(words: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        only: { type: 'string' },
        first: { type: 'string', default: '3' },
        json: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        update: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const { only, first, ...rest } = values
    if (!/^\d{1,6}$/.test(first)) return `--first takes a number, not “${first}”.`
    return { ...rest, first: Number(first), ...(only !== undefined && { only }) }
  } catch (fault) {
    return `${fault instanceof Error ? fault.message : String(fault)} (--help tells what is possible)`
  }
}
