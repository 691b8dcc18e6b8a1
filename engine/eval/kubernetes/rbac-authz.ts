import { z } from 'zod'
import { compileRbac } from '../../validation/rbac/authorize.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'
import { action, policyRule } from './rbac-shapes.ts'

const word = z.string().default('')
const role = z.object({ name: z.string(), namespace: word, rules: z.array(policyRule).nullish() })
const binding = z.object({
  name: z.string(),
  namespace: word,
  roleRef: z.object({ kind: z.string(), name: z.string() }),
  subjects: z.array(z.object({ kind: z.string(), name: z.string(), namespace: word })).nullish(),
})
const listOf = <T extends z.ZodType>(shape: T) => z.array(shape).nullish()

/** What the authoriser RBAC decides of requests. */
export const rbacAuthz: Evaluator = evaluator(
  'roles, bindings and requests: what RBAC decides of each request, and why',
  z.object({
    roles: listOf(role),
    clusterRoles: listOf(role),
    roleBindings: listOf(binding),
    clusterRoleBindings: listOf(binding),
    requests: z.array(z.object({ user: z.string(), groups: z.array(z.string()).default([]), attributes: action })),
  }),
  ({ requests, ...objects }) => {
    const roles = [
      ...(objects.clusterRoles ?? []).map(it => ({ ...it, kind: 'ClusterRole' as const, rules: it.rules ?? [] })),
      ...(objects.roles ?? []).map(it => ({ ...it, kind: 'Role' as const, rules: it.rules ?? [] })),
    ]
    const bound =
      <K>(kind: K) =>
      (it: z.infer<typeof binding>) => ({ ...it, kind, subjects: it.subjects ?? [] })
    const bindings = [
      ...(objects.clusterRoleBindings ?? []).map(bound('ClusterRoleBinding' as const)),
      ...(objects.roleBindings ?? []).map(bound('RoleBinding' as const)),
    ]
    const { authorize } = compileRbac({ roles, bindings })
    const decided = requests.map(({ user, groups, attributes }) => {
      const { allowed, reason } = authorize({ user, groups, ...attributes })
      return { decision: allowed ? 'Allow' : 'NoOpinion', reason }
    })
    return { requests: decided }
  },
)
