import { z } from 'zod'
import type { AuditPolicy, AuditRule } from '../../validation/audit-policy/policy.ts'
import { policyType } from '../../validation/audit-policy/raw-policy.ts'
import { readAuditPolicy } from '../../validation/audit-policy/read.ts'
import { readObject } from '../../validation/kubernetes/read-object.ts'
import { type Evaluator, evaluator, type Line, present } from '../evaluator.ts'

/** Whether kube-apiserver starts with a policy file, and what it takes from it. */
export const auditLoad: Evaluator = evaluator(
  'the text of an audit policy: whether kube-apiserver loads it, and what it takes from it',
  z.object({ text: z.string() }),
  ({ text }) => {
    const { value, refusal, logged } = readAuditPolicy(text)
    const warnings = logged.length > 0 ? logged : undefined
    if (refusal !== undefined || !value) return present({ ok: false, error: refusal, warnings })
    return present({ ok: true, policy: policyAsV1(value, metadataOf(text)), warnings })
  },
)

/** The policy as its Go type prints it in JSON: what is empty is left out. */
function policyAsV1({ rules, omitStages, omitManagedFields }: AuditPolicy, metadata: unknown): Line {
  return full({ metadata, omitStages, omitManagedFields, rules: rules.map(ruleAsV1) })
}

function ruleAsV1({ range: _, resources, omitManagedFields, ...rule }: AuditRule): Line {
  return {
    ...full({ ...rule, resources: resources.map(it => full({ ...it })) }),
    ...(omitManagedFields === undefined ? {} : { omitManagedFields }),
  }
}

/** Without empty lists, empty texts and what is false. */
function full(fields: Readonly<Record<string, unknown>>): Line {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value && !(Array.isArray(value) && value.length === 0)),
  )
}

/** The policy's metadata, of which our reader keeps nothing. */
function metadataOf(text: string): unknown {
  const read = readObject(policyType, text)
  if ('refused' in read) return undefined
  const metadata = full(Object.fromEntries(Object.entries(read.value.metadata).map(([key, it]) => [key, asJson(it)])))
  return Object.keys(metadata).length > 0 ? metadata : undefined
}

function asJson(value: unknown): unknown {
  if (!(value instanceof Map)) return value
  return value.size > 0 ? Object.fromEntries(value) : undefined
}
