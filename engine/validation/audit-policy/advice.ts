import type { Finding } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'
import type { AuditPolicy } from './policy.ts'

/** What a person should know of a policy that the API server takes without a word. */
export function adviceOn(
  _policy: AuditPolicy,
  _unknown: readonly Finding[],
  _rangeOf: (path: Path) => Range | undefined,
): readonly Finding[] {
  return []
}
