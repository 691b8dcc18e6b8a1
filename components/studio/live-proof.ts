import type { LabProof, ProofRow } from '#engine/grade/pack-view.ts'

/** A proof that goes on: how far it is, and the labs it has begun with. */
export interface GoingProof {
  readonly tried: number
  readonly attempts: number
  readonly begun: readonly string[]
}

/** What a page knows of the proof of its labs. */
export interface LiveProof {
  /** Lab's id → its newest proof. */
  readonly labs: Readonly<Record<string, LabProof>>
  readonly going?: GoingProof
  /** How the last one ended, while this page looked on. */
  readonly ended?: { readonly holds: boolean; readonly cancelled: boolean; readonly say?: string }
}

/** The state after one more row. Rows may be told again from their beginning. */
export function withRow(live: LiveProof, row: ProofRow): LiveProof {
  const { labs } = live
  const going = live.going ?? { tried: 0, attempts: 0, begun: [] }
  switch (row.kind) {
    case 'begin':
      return { labs, going: { tried: 0, attempts: row.attempts, begun: [] } }
    case 'attempt': {
      const { kind: _, lab, ...attempt } = row
      const { begun, tried } = going
      // What an earlier proof said of a lab goes with its first attempt in this one.
      const known = begun.includes(lab) ? (labs[lab]?.attempts ?? []) : []
      return {
        labs: { ...labs, [lab]: { attempts: [...known, attempt] } },
        going: { ...going, tried: tried + 1, begun: begun.includes(lab) ? begun : [...begun, lab] },
      }
    }
    case 'lab': {
      const { kind: _, lab, ...verdict } = row
      return { labs: { ...labs, [lab]: { attempts: labs[lab]?.attempts ?? [], verdict } }, going }
    }
    case 'end': {
      const { kind: _, ...ended } = row
      return { labs, ended }
    }
  }
}
