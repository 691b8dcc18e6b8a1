import type { Path } from '../../../yaml/range.ts'
import type { Container, Handler } from '../../pod/pod.ts'
import { containersThat, placesIn, plural, quoted, sortedOnce } from '../offenders.ts'
import type { Rule } from '../rule.ts'

/** Baseline: probes and hooks call the Pod itself, so that the kubelet calls nobody else for it. They name no `host`. */
export const hostProbesAndHostLifecycle: Rule = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  revisions: [
    {
      since: 34,
      check(pod, containers) {
        const found = containersThat(containers, namesHost)
        if (found.length === 0) return undefined
        return {
          reason: 'probe or lifecycle host',
          detail() {
            const names = sortedOnce(found.map(index => containers[index]?.name ?? ''))
            const hosts = sortedOnce(found.flatMap(index => hostsOf(containers[index]).map(({ host }) => host)))
            const who = `${plural('container', names.length)} ${quoted(names)} ${names.length === 1 ? 'uses' : 'use'}`
            return `${who} probe or lifecycle ${plural('host', hosts.length)} ${quoted(hosts)}`
          },
          paths: () =>
            found.flatMap(index => hostsOf(containers[index]).flatMap(({ at }) => placesIn(pod, [index], ...at))),
        }
      },
    },
  ],
}

function namesHost({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Container): boolean {
  return (
    callsHost(livenessProbe) ||
    callsHost(readinessProbe) ||
    callsHost(startupProbe) ||
    (lifecycle !== undefined && (callsHost(lifecycle.postStart) || callsHost(lifecycle.preStop)))
  )
}

/** An empty host is none. */
function callsHost(handler: Handler | undefined): boolean {
  return handler !== undefined && Boolean(handler.httpGet?.host || handler.tcpSocket?.host)
}

function hostsOf(container: Container | undefined): readonly { readonly host: string; readonly at: Path }[] {
  if (container === undefined) return []
  const handlers: readonly (readonly [Path, Handler | undefined])[] = [
    [['livenessProbe'], container.livenessProbe],
    [['readinessProbe'], container.readinessProbe],
    [['startupProbe'], container.startupProbe],
    [['lifecycle', 'postStart'], container.lifecycle?.postStart],
    [['lifecycle', 'preStop'], container.lifecycle?.preStop],
  ]
  return handlers.flatMap(([at, handler]) =>
    (['httpGet', 'tcpSocket'] as const).flatMap(way => {
      const host = handler?.[way]?.host
      return host ? { host, at: [...at, way, 'host'] } : []
    }),
  )
}
