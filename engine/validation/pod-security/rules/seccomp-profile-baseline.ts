import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import type { Container, Pod } from '../../pod/pod.ts'
import { plural, sortedOnce } from '../offenders.ts'
import type { Rule, Violation } from '../rule.ts'
import { explicitlyUnfiltered } from '../seccomp.ts'

/** Baseline: seccomp is not turned off. Until v1.18 annotations chose the profile, since then fields do. */
export const seccompProfileBaseline: Rule = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  revisions: [
    { since: 0, check: checkAnnotations },
    { since: 19, check: explicitlyUnfiltered },
  ],
}

const podKey = 'seccomp.security.alpha.kubernetes.io/pod'
const containerKey = 'container.seccomp.security.alpha.kubernetes.io/'

function checkAnnotations(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const { annotations } = pod.metadata
  if (annotations === undefined) return undefined
  const keys = [podKey, ...containers.map(({ name }) => `${containerKey}${name}`)]
  const bad = keys.flatMap(key => {
    const value = annotations[key]
    return value === undefined || isProfile(value) ? [] : { key, value }
  })
  if (bad.length === 0) return undefined
  return {
    reason: 'seccompProfile',
    detail() {
      const shown = sortedOnce(bad.map(({ key, value }) => `${key}=${goQuoted(value)}`))
      return `forbidden ${plural('annotation', shown.length)} ${shown.join(', ')}`
    },
    paths: () => bad.map(({ key }) => ['metadata', 'annotations', key]),
  }
}

function isProfile(text: string): boolean {
  return text === 'runtime/default' || text === 'docker/default' || text.startsWith('localhost/')
}
