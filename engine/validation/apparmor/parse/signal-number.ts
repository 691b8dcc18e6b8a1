import { signals } from './tables.ts'

/** The number of a signal, real-time signals from 128 on; undefined for a name that there is not. */
export function signalNumber(name: string): number | undefined {
  const realTime = /^rtmin\+\s*[+-]?(\d*)/.exec(name)
  if (realTime) {
    if (/^rtmin\+\s*-0*[1-9]/.test(name)) return undefined
    const number = Number(realTime[1])
    return number <= 32 ? 128 + number : undefined
  }
  return Object.hasOwn(signals, name) ? signals[name] : undefined
}
