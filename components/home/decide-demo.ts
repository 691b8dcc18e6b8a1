import { compileAuditPolicy } from '#engine/validation/audit-policy/evaluate.ts'
import { readAuditPolicy } from '#engine/validation/audit-policy/read.ts'
import { linesOf } from '#engine/yaml/place.ts'
import { DEMO_CASES, DEMO_POLICY } from './demo-policy.ts'

export interface DemoVerdict {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly check: string
  readonly points: number
  readonly logged: string
  readonly wanted: string
  readonly earned: boolean
  /** Lines of the policy's text that decided, counted from 1, both included. */
  readonly line: number
  readonly endLine: number
  readonly decidedBy: string
}

const inWords = (level: string) => (level === 'None' ? 'not at all' : level)

/** What the engine decides for each request of the example, and the rule that did it. Empty when the policy has faults. */
export function decideDemo(): readonly DemoVerdict[] {
  const { value: policy } = readAuditPolicy(DEMO_POLICY)
  if (!policy) return []
  const decide = compileAuditPolicy(policy)
  return DEMO_CASES.flatMap(({ request, wanted, ...shown }) => {
    const { level, rule, range } = decide(request)
    if (!range) return []
    const place = linesOf(DEMO_POLICY, range)
    const earned = level === wanted
    return [
      {
        ...shown,
        ...place,
        earned,
        logged: inWords(level),
        wanted: inWords(wanted),
        decidedBy: `rule ${rule + 1}, line ${place.line}. ${reason(rule, earned)}`,
      },
    ]
  })
}

/** Why this rule and no other, for a rule's index. */
function reason(rule: number, earned: boolean): string {
  if (!earned) return `It matches first, so rule ${rule + 2} is never asked.`
  if (rule === 0) return 'Nothing below it is asked.'
  return rule === 1 ? 'Rule 1 does not match.' : `Rules 1 to ${rule} do not match.`
}
