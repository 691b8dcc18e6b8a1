import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { readAtoi } from '../flags/go-number.ts'

/** What the kubelet says of a list of processors that it cannot read: `0-3,8`. Undefined where it can. */
export function cpuSetProblem(written: string): string | undefined {
  for (const range of written.split(',')) {
    const dash = range.indexOf('-')
    const ends = dash < 0 ? [range] : [range.slice(0, dash), range.slice(dash + 1)]
    const numbers: number[] = []
    for (const it of ends.map(readAtoi)) {
      if ('error' in it) return it.error
      numbers.push(it.value)
    }
    const [first = 0, last = first] = numbers
    if (first > last) return `invalid range ${goQuoted(range)} (${first} > ${last})`
  }
  return undefined
}
