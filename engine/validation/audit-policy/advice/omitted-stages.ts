import type { AuditPolicy, AuditRule } from '../policy.ts'
import type { Advice, Advise } from './rule.ts'
import { ruleNumbers } from './rule-numbers.ts'

/** Stages left out add up: the policy's and the rule's. A rule cannot bring back what the policy leaves out. */
export const omittedStages: Advise = policy => {
  const found: Advice[] = policy.rules.flatMap((rule, index) => [
    ...(bodiless(policy, rule, index) ?? []),
    ...withoutEffect(policy, rule, index),
  ])
  return [...found, ...panics(policy), ...inPart(policy)]
}

const path = (index: number, field: string) => ['rules', index, field] as const

/** Bodies stand in the last event of a request; only what stays open has another that could hold them. */
function bodiless(policy: AuditPolicy, rule: AuditRule, index: number): readonly Advice[] | undefined {
  const isLeftOut = [policy, rule].some(({ omitStages }) => omitStages.includes('ResponseComplete'))
  if (!isLeftOut || (rule.level !== 'Request' && rule.level !== 'RequestResponse')) return undefined
  const message = `Rule ${index + 1} asks for bodies, and they are written with ResponseComplete, which is left out. Keep ResponseComplete.`
  return [{ code: 'bodies-never-written', path: path(index, 'level'), message, data: { rule: index } }]
}

function withoutEffect(policy: AuditPolicy, { level, ...rule }: AuditRule, index: number): readonly Advice[] {
  const said = (field: string, message: string): Advice => {
    return { code: 'omit-without-effect', severity: 'info', path: path(index, field), message }
  }
  if (level === 'None' && rule.omitStages.length > 0)
    return [
      said('omitStages', `Rule ${index + 1} logs nothing, so there is no stage to leave out. Take omitStages out.`),
    ]
  const again = rule.omitStages.filter(stage => policy.omitStages.includes(stage))
  const found: Advice[] = []
  if (again.length > 0 && again.length === rule.omitStages.length)
    found.push(
      said('omitStages', `The policy leaves ${again.join(', ')} out everywhere. Take omitStages out of the rule.`),
    )
  if (rule.omitManagedFields && (level === 'None' || level === 'Metadata'))
    found.push(
      said('omitManagedFields', `At ${level} no object is written, so there are no managed fields to leave out.`),
    )
  return found
}

function panics(policy: AuditPolicy): readonly Advice[] {
  const said = (at: readonly (string | number)[]): Advice => ({
    code: 'panic-left-out',
    path: at,
    message: 'When the API server crashes at a request, Panic is the event that tells of its end. Keep it.',
  })
  const of = ({ omitStages }: { readonly omitStages: readonly string[] }) => omitStages.indexOf('Panic')
  return [
    ...(of(policy) < 0 ? [] : [said(['omitStages', of(policy)])]),
    ...policy.rules.flatMap((rule, index) =>
      of(rule) < 0 || rule.level === 'None' ? [] : [said(['rules', index, 'omitStages', of(rule)])],
    ),
  ]
}

/** Where some rules leave the first event out and others do not, the others' requests stand in the log twice. */
function inPart({ omitStages, rules }: AuditPolicy): readonly Advice[] {
  const stage = 'RequestReceived'
  if (omitStages.includes(stage)) return []
  const logging = [...rules.entries()].filter(([, { level }]) => level !== 'None')
  const kept = logging.filter(([, rule]) => !rule.omitStages.includes(stage)).map(([index]) => index)
  if (kept.length === logging.length || kept.length === 0) return []
  const message = `Requests of ${ruleNumbers(kept)} are written twice, those of other rules are not: ${stage} is left out there. Leave it out at the top of the policy.`
  return [
    {
      code: 'stage-left-out-in-part',
      severity: 'info',
      path: path(kept[0] ?? 0, 'level'),
      message,
      data: { rules: kept },
    },
  ]
}
