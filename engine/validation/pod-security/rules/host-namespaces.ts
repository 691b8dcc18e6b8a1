import type { Rule } from '../rule.ts'

const fields = ['hostNetwork', 'hostPID', 'hostIPC'] as const

/** Baseline: a Pod shares no namespace with its host. `hostNetwork`, `hostPID` and `hostIPC` are unset or false. */
export const hostNamespaces: Rule = {
  id: 'hostNamespaces',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check({ spec }) {
        if (!spec.hostNetwork && !spec.hostPID && !spec.hostIPC) return undefined
        const shared = () => fields.filter(field => spec[field])
        return {
          reason: 'host namespaces',
          detail: () =>
            shared()
              .map(field => `${field}=true`)
              .join(', '),
          paths: () => shared().map(field => ['spec', field]),
        }
      },
    },
  ],
}
