import { type ApiServer, apiServer } from '../cluster/api-server.ts'
import type { World } from '../cluster/world.ts'
import type { Context } from './kind.ts'
import { kinds } from './kinds.ts'
import type { Check, Lab } from './lab.ts'
import { allOf, ungraded } from './outcomes.ts'
import type { Outcome, Report, Verdict } from './report.ts'

/** What every check of a lab says to a world, which it does not change. A fault of ours makes a check ungraded, never missed. */
export function gradeLab(lab: Lab, world: World): Report {
  let server: ApiServer | undefined
  const context: Context = {
    world,
    host: lab.host,
    probes: lab.probes,
    apiServer() {
      server ??= apiServer(world)
      return server
    },
  }
  return scored(lab.checks.map(check => ({ check, outcome: outcomeOf(check, context) })))
}

function outcomeOf({ kind: name, expectation, say }: Check, context: Context): Outcome {
  const kind = kinds.get(name)
  if (!kind || !Array.isArray(expectation)) return ungraded('the error is ours')
  try {
    const outcome = allOf(expectation.map(one => kind.grade(one, context)))
    return outcome.result === 'miss' && say !== undefined ? { ...outcome, say } : outcome
  } catch {
    return ungraded('the error is ours')
  }
}

/** A guard held before the candidate arrived, so alone it earns nothing. */
function scored(found: readonly { readonly check: Check; readonly outcome: Outcome }[]): Report {
  const didSomething = found.some(({ check, outcome }) => outcome.result === 'pass' && !check.guard)
  const verdicts = found.map(({ check: { id, title, points, guard }, outcome }): Verdict => {
    const earned = outcome.result === 'pass' && (!guard || didSomething) ? points : 0
    return { id, title, points, guard, outcome, earned }
  })
  const graded = verdicts.filter(({ outcome }) => outcome.result !== 'ungraded')
  return {
    verdicts,
    earned: verdicts.reduce((sum, { earned }) => sum + earned, 0),
    of: graded.reduce((sum, { points }) => sum + points, 0),
    solved: didSomething && verdicts.every(({ outcome }) => outcome.result === 'pass'),
  }
}
