import { type AttemptProof, type Demand, demands, type LabProof, type Shortfall } from '#sessions/prove-lab.ts'
import type { FoundLab } from '../lab-folders.ts'

/** A demand of one lab: fulfilled, not, or not tried because the lab cannot be read. */
export interface DemandResult {
  readonly demand: Demand
  readonly sentence: string
  readonly state: 'ok' | 'no' | 'untried'
  readonly shortfalls: readonly Shortfall[]
}

/** What `lab check` found out about one lab. */
export interface LabResult {
  readonly id: string
  readonly folder: string
  readonly holds: boolean
  /** How many there are of each; absent when the lab cannot be read. */
  readonly counts?: {
    readonly checks: number
    readonly variants: number
    readonly right: number
    readonly wrong: number
  }
  /** All demands, in their order. */
  readonly demands: readonly DemandResult[]
  readonly attempts: readonly AttemptProof[]
}

/** Sorts what was found under the demands. `proof` is absent when the lab cannot be read. */
export function labResult({ id, folder, source, findings }: FoundLab, proof: LabProof | undefined): LabResult {
  const unread: readonly Shortfall[] = findings.map(finding => ({ ...finding, demand: 'readable' }))
  const all = [...unread, ...(proof?.shortfalls ?? [])]
  const results = Object.entries(demands).map(([name, sentence]): DemandResult => {
    const demand = name as Demand
    const shortfalls = all.filter(it => it.demand === demand)
    const state = shortfalls.length > 0 ? 'no' : proof || demand === 'readable' ? 'ok' : 'untried'
    return { demand, sentence, state, shortfalls }
  })
  const first = source?.variant(0)
  const right = first?.attempts.filter(({ expected }) => expected.length === 0).length ?? 0
  return {
    id,
    folder,
    holds: all.length === 0 && proof !== undefined,
    ...(source &&
      first && {
        counts: {
          checks: first.checks.length,
          variants: source.variants.length,
          right,
          wrong: first.attempts.length - right,
        },
      }),
    demands: results,
    attempts: proof?.attempts ?? [],
  }
}

/** Where a shortfall is, as a person would look for it. */
export function placeOf(folder: string, { file, line, variant }: Shortfall): string {
  const at = line === undefined ? '' : `:${line}`
  return `${folder}/${file.replace(/^\.\//, '')}${at}${variant === undefined || variant === 1 ? '' : ` (variant ${variant})`}`
}
