export type Stage = 'alpha' | 'beta' | 'ga' | 'deprecated'

/** What a gate is from a version on. */
export interface GateState {
  /** The minor version of Kubernetes 1. */
  readonly since: number
  readonly stage: Stage
  readonly on: boolean
  /** Another value is refused. */
  readonly locked: boolean
}

const stages: Readonly<Record<string, Stage>> = { A: 'alpha', B: 'beta', G: 'ga', D: 'deprecated' }

/**
 * Gates from lines like `WatchList 32B+ 33B- 34B+`: the minor version, the stage (Alpha, Beta, GA, Deprecated), whether
 * it is on, and `!` where that is locked.
 */
export function readGates(text: string): ReadonlyMap<string, readonly GateState[]> {
  const gates = new Map<string, readonly GateState[]>()
  for (const line of text.trim().split(/\s*\n\s*/)) {
    const [name = '', ...states] = line.split(' ')
    gates.set(
      name,
      states.map(state => {
        const [, since, stage = '', sign, lock] = /^(\d+)([ABGD])([-+])(!?)$/.exec(state) ?? []
        const known = stages[stage]
        if (!known) throw new Error(`${line} is no line of a gate`)
        return { since: Number(since), stage: known, on: sign === '+', locked: lock === '!' }
      }),
    )
  }
  return gates
}
