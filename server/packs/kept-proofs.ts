import 'server-only'
import type { LabSource } from '#engine/grade/lab-source.ts'
import type { LabProof, LabVerdict, ProvedAttempt } from '#engine/grade/pack-view.ts'
import { labHash } from '#packs/pack-hash.ts'
import { house } from '../house.ts'

const hashes = new WeakMap<LabSource, string>()

/** By the lab's files: one that is mended has to be proved again, and one that is equal in two versions has not. */
function keyOf(source: LabSource): string {
  const hash = hashes.get(source) ?? labHash(source.files)
  hashes.set(source, hash)
  return `${source.id} ${hash}`
}

/** What the newest proof of a lab, as it is now, came to so far. Lost when the program ends. */
export function keptProof(source: LabSource): LabProof | undefined {
  return house().proofs.get(keyOf(source))
}

/** Labs of a version whose proof came to its end. */
export function provedLabs(labs: readonly LabSource[]): { readonly holds: number; readonly differs: number } {
  const verdicts = labs.flatMap(source => keptProof(source)?.verdict ?? [])
  const holds = verdicts.filter(it => it.holds).length
  return { holds, differs: verdicts.length - holds }
}

/** Keeps a new proof of a lab as it goes; the one before is forgotten with its first attempt. */
export function keepProof(source: LabSource) {
  const attempts: ProvedAttempt[] = []
  const key = keyOf(source)
  return {
    attempt(attempt: ProvedAttempt) {
      attempts.push(attempt)
      house().proofs.set(key, { attempts })
    },
    verdict(verdict: LabVerdict) {
      house().proofs.set(key, { attempts, verdict })
    },
  }
}
