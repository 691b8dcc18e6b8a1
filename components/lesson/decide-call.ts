import {
  compileSeccompProfile,
  type DecidedBy,
  type SeccompCall,
  type SeccompDecision,
  type SeccompVerdict,
} from '#engine/validation/seccomp/decide.ts'
import { readSeccompProfile } from '#engine/validation/seccomp/read.ts'
import { linesOf } from '#engine/yaml/place.ts'

/** What became of a call, in words, and the lines that decided (from 1, both included). */
export interface Verdict {
  readonly decided: boolean
  readonly outcome: string
  /** What decided, or why nothing did. */
  readonly by: string
  readonly lit?: readonly [number, number]
}

const ERRNO: Readonly<Record<number, string>> = { 1: 'EPERM', 13: 'EACCES', 22: 'EINVAL', 38: 'ENOSYS' }

/** Asks the profile about one call. */
export function decideCall(profile: string, call: SeccompCall): Verdict {
  const { value, findings } = readSeccompProfile(profile)
  if (!value) return undecided(findings[0]?.message ?? 'The profile cannot be read.')
  return verdictOf(profile, compileSeccompProfile(value).decide(call))
}

/** A decision of a profile in words, with the lines of its text. */
export function verdictOf(profile: string, decision: SeccompDecision): Verdict {
  if ('undecided' in decision) return undecided(decision.undecided)
  const lit = linesThatDecided(profile, decision.by)
  return { decided: true, outcome: outcomeWords(decision), by: decidedBy(decision.by, lit), ...(lit && { lit }) }
}

const undecided = (why: string): Verdict => ({ decided: false, outcome: 'not decided', by: why.replaceAll('`', '') })

function linesThatDecided(profile: string, by: DecidedBy): readonly [number, number] | undefined {
  if (!('range' in by) || !by.range) return undefined
  const { line, endLine } = linesOf(profile, by.range)
  return [line, endLine]
}

/** `allowed`, `refused with EPERM`. */
export function outcomeWords(decision: Pick<SeccompVerdict, 'action' | 'errno'>): string {
  switch (decision.action) {
    case 'ALLOW':
      return 'allowed'
    case 'LOG':
      return 'allowed and logged'
    case 'ERRNO':
      return refused(decision.errno ?? 1)
    case 'KILL_THREAD':
      return 'the thread is killed'
    case 'KILL_PROCESS':
      return 'the process is killed'
    case 'TRAP':
      return 'the thread gets SIGSYS'
    case 'TRACE':
      return 'a tracer decides; without one, ENOSYS'
    case 'NOTIFY':
      return 'a listener decides; without one, ENOSYS'
  }
}

const refused = (errno: number) =>
  errno === 0 ? 'skipped, and 0 is returned' : `refused with ${ERRNO[errno] ?? `error ${errno}`}`

function decidedBy(by: DecidedBy, lit: readonly [number, number] | undefined): string {
  const where = lit === undefined ? '' : lit[0] === lit[1] ? `, line ${lit[0]}` : `, lines ${lit[0]} to ${lit[1]}`
  switch (by.kind) {
    case 'rule':
      return `rule ${by.rule + 1}${where}`
    case 'default':
      return `defaultAction${where}: no rule matches`
    case 'enosys-stub':
      return 'runc: its number is above every call that the profile names'
    case 'bad-arch':
      return 'the filter: it does not know this architecture'
    case 'unconfined':
      return 'nothing: there is no filter'
  }
}
