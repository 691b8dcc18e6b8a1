import type { Finding } from '../../yaml/finding.ts'
import { allStagesOmitted } from './advice/all-stages-omitted.ts'
import { execByGet } from './advice/exec-by-get.ts'
import { fallsThrough } from './advice/falls-through.ts'
import { logsNothing } from './advice/logs-nothing.ts'
import { logsSecrets } from './advice/logs-secrets.ts'
import { nameNeverSeen } from './advice/name-never-seen.ts'
import { namespaceNeverSeen } from './advice/namespace-never-seen.ts'
import { noWildcard } from './advice/no-wildcard.ts'
import { omittedStages } from './advice/omitted-stages.ts'
import { pathNeverSeen } from './advice/path-never-seen.ts'
import { resourceNeverSeen } from './advice/resource-never-seen.ts'
import type { Decide, Place } from './advice/rule.ts'
import { ruleNeverDecides } from './advice/rule-never-decides.ts'
import { verbNeverSeen } from './advice/verb-never-seen.ts'
import { wrongSubject } from './advice/wrong-subject.ts'
import { compileAuditPolicy } from './evaluate.ts'
import type { AuditPolicy } from './policy.ts'

const all = [
  ruleNeverDecides,
  noWildcard,
  wrongSubject,
  verbNeverSeen,
  resourceNeverSeen,
  namespaceNeverSeen,
  nameNeverSeen,
  pathNeverSeen,
  execByGet,
  logsSecrets,
  logsNothing,
  fallsThrough,
  allStagesOmitted,
  omittedStages,
]

/**
 * Beyond these the advice stays out: it compares rules and their lists with each other, and a policy that a person wrote is
 * far below.
 */
const most = { rules: 500, words: 5000, requests: 30_000 }

/** What a person should know of a policy that the API server takes without a word. */
export function adviceOn(policy: AuditPolicy, rangeOf: Place): readonly Finding[] {
  if (policy.rules.length > most.rules || wordsIn(policy) > most.words) return []
  const decide = askedOf(policy, most.requests)
  return all.flatMap(advise =>
    advise(policy, decide).map(({ code, severity = 'warning', path, message, data = {} }) => {
      const range = rangeOf(path)
      return { code, severity, path, ...(range ? { range } : {}), message, data } as const
    }),
  )
}

/** The policy as a function, with a store of requests that is used up. */
export function askedOf(policy: AuditPolicy, requests: number): Decide {
  let left = requests
  return Object.assign(compileAuditPolicy(policy), {
    mayAsk(count: number) {
      if (count > left) return false
      left -= count
      return true
    },
  })
}

function wordsIn({ rules }: AuditPolicy): number {
  let words = 0
  for (const rule of rules) {
    words += rule.users.length + rule.userGroups.length + rule.verbs.length + rule.namespaces.length
    words += rule.nonResourceURLs.length
    for (const { resources, resourceNames } of rule.resources) words += 1 + resources.length + resourceNames.length
  }
  return words
}
