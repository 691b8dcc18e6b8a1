import type { Line } from '#engine/eval/evaluator.ts'
import { asLine, type Comparison, fields } from './comparison.ts'

/** The parser whose answers count. */
const parser = '4.1.0'

const run = (it: Line) => asLine(asLine(it.real)[parser])
const taken = (it: Line) => run(it).rc === 0
const firstLine = (it: Line) => String(run(it).output).split('\n')[0]

export const apparmor: Readonly<Record<string, Comparison>> = {
  'apparmor/parse-vectors': {
    decided: taken,
    leftOut: (recorded, { missing }) =>
      missing !== undefined && !String(run(recorded).output).includes('Could not open')
        ? 'a file that it includes is not there'
        : undefined,
  },
  'apparmor/custom-parse-vectors': { decided: taken, worded: firstLine },
  // Where the kernels do not agree there is nothing to be equal to.
  'apparmor/access-vectors': {
    decided: fields('verdict', 'errno'),
    leftOut: ({ kernels }) =>
      new Set(Object.values(asLine(kernels))).size > 1 ? 'the recorded kernels do not agree' : undefined,
  },
}
