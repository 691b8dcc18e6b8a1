import type { Container, Pod } from '../pod/pod.ts'
import { called, placesIn, quoted, sortedOnce } from './offenders.ts'
import type { Violation } from './rule.ts'

/** Names count as they are written: `CAP_CHOWN` and `chown` are not `CHOWN`. */
export function addsBeyond(allowed: ReadonlySet<string>, { securityContext }: Container): boolean {
  const added = securityContext?.capabilities?.add
  if (added !== undefined) for (const name of added) if (!allowed.has(name)) return true
  return false
}

/** What to say of containers that add too much, and where they do. */
export function addedBeyond(
  allowed: ReadonlySet<string>,
  found: readonly number[],
  pod: Pod,
  containers: readonly Container[],
): Pick<Violation, 'detail' | 'paths'> {
  const added = () =>
    found.flatMap(index =>
      (containers[index]?.securityContext?.capabilities?.add ?? []).flatMap((name, at) =>
        allowed.has(name) ? [] : { name, paths: placesIn(pod, [index], 'securityContext', 'capabilities', 'add', at) },
      ),
    )
  return {
    detail() {
      const names = quoted(sortedOnce(added().map(({ name }) => name)))
      return `${called(found, containers)} must not include ${names} in securityContext.capabilities.add`
    },
    paths: () => added().flatMap(({ paths }) => paths),
  }
}
