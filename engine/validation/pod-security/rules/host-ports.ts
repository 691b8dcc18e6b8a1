import type { Container } from '../../pod/pod.ts'
import { called, containersThat, placesIn, plural, sortedOnce } from '../offenders.ts'
import type { Rule } from '../rule.ts'

/** Baseline: no container takes a port of the host. `hostPort` is unset or 0. */
export const hostPorts: Rule = {
  id: 'hostPorts',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(pod, containers) {
        const found = containersThat(containers, takesHostPort)
        if (found.length === 0) return undefined
        return {
          reason: 'hostPort',
          detail() {
            const taken = found.flatMap(index => portsOf(containers[index]).map(({ port }) => String(port)))
            // Sorted as texts: 10250 stands before 80.
            const ports = sortedOnce(taken)
            const use = found.length === 1 ? 'uses' : 'use'
            return `${called(found, containers)} ${use} ${plural('hostPort', ports.length)} ${ports.join(', ')}`
          },
          paths: () =>
            found.flatMap(index =>
              portsOf(containers[index]).flatMap(({ at }) => placesIn(pod, [index], 'ports', at, 'hostPort')),
            ),
        }
      },
    },
  ],
}

function takesHostPort({ ports }: Container): boolean {
  if (ports !== undefined) for (const { hostPort } of ports) if (hostPort !== undefined && hostPort !== 0) return true
  return false
}

function portsOf(container: Container | undefined): readonly { readonly port: number; readonly at: number }[] {
  return (container?.ports ?? []).flatMap(({ hostPort = 0 }, at) => (hostPort === 0 ? [] : { port: hostPort, at }))
}
