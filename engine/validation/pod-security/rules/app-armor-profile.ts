import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import type { Container, Pod, SecurityContext } from '../../pod/pod.ts'
import { contextsThat, isNobody, placesOf, plural, quoted, setters, sortedOnce, valuesOf } from '../offenders.ts'
import type { Rule, Violation } from '../rule.ts'

const prefix = 'container.apparmor.security.beta.kubernetes.io/'

/**
 * Baseline: nothing runs outside of AppArmor where the host has it. Profiles are `RuntimeDefault` or `Localhost`;
 * annotations, of whatever container, are empty, `runtime/default` or `localhost/…`.
 */
export const appArmorProfile: Rule = {
  id: 'appArmorProfile',
  level: 'baseline',
  revisions: [{ since: 0, check }],
}

function check(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const found = contextsThat(pod, containers, isOutside)
  const annotations = badAnnotations(pod)
  if (isNobody(found) && annotations.length === 0) return undefined
  const types = valuesOf(pod, containers, found, ({ appArmorProfile }) => appArmorProfile?.type)
  return {
    reason: `forbidden AppArmor ${plural('profile', types.length + annotations.length)}`,
    detail() {
      const values = [...types, ...sortedOnce(annotations.map(({ key, value }) => `${key}=${goQuoted(value)}`))]
      const who = [
        ...(isNobody(found) ? [] : [setters(found, containers)]),
        ...(annotations.length > 0 ? [plural('annotation', annotations.length)] : []),
      ]
      return `${who.join(' and ')} must not set AppArmor profile type to ${quoted(values)}`
    },
    paths: () => [
      ...placesOf(pod, found, 'appArmorProfile', 'type'),
      ...annotations.map(({ key }) => ['metadata', 'annotations', key]),
    ],
  }
}

function isOutside({ appArmorProfile }: SecurityContext): boolean {
  const type = appArmorProfile?.type
  return type !== undefined && type !== 'RuntimeDefault' && type !== 'Localhost'
}

interface Annotation {
  readonly key: string
  readonly value: string
}

const none: readonly Annotation[] = []

function badAnnotations({ metadata: { annotations } }: Pod): readonly Annotation[] {
  if (annotations === undefined) return none
  let found: Annotation[] | undefined
  for (const key in annotations) {
    const value = annotations[key] ?? ''
    if (!key.startsWith(prefix) || value === '' || value === 'runtime/default' || value.startsWith('localhost/'))
      continue
    if (found) found.push({ key, value })
    else found = [{ key, value }]
  }
  return found ?? none
}
