import type { Path } from '../../yaml/range.ts'

/** Where the resources that the plugin looks at hold a Pod, or a template of one, from their root. */
export const podPaths: Readonly<Record<string, Path>> = {
  pods: [],
  podtemplates: ['template'],
  replicationcontrollers: ['spec', 'template'],
  'apps/replicasets': ['spec', 'template'],
  'apps/deployments': ['spec', 'template'],
  'apps/statefulsets': ['spec', 'template'],
  'apps/daemonsets': ['spec', 'template'],
  'batch/jobs': ['spec', 'template'],
  'batch/cronjobs': ['spec', 'jobTemplate', 'spec', 'template'],
}

/** Requests to these parts of a Pod cannot change what it may do. */
const harmless: ReadonlySet<string> = new Set([
  ...['exec', 'attach', 'binding', 'eviction', 'log', 'portforward', 'proxy', 'status'],
])

/**
 * Where what is to be looked at stands in the object of a request; undefined when nothing in it is. `resource` with its
 * group: `apps/deployments`.
 */
export function podPathOf(resource: string, subresource: string): Path | undefined {
  const isLookedAt = resource === 'pods' ? !harmless.has(subresource) : subresource === ''
  return isLookedAt && Object.hasOwn(podPaths, resource) ? podPaths[resource] : undefined
}
