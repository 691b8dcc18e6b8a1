import type { DecodedPod } from './decoded.ts'

/** What the API server (v1.35) says besides when it takes a Pod. */
export function podWarnings(_: DecodedPod): readonly string[] {
  return []
}
