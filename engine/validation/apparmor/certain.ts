import { type Decision, undecided } from './decision.ts'
import type { Profile } from './policy.ts'
import { denyingFiles } from './standard-files.ts'

const asks = 'A program of the desktop is asked then; where there is none, it is refused.'

/** Whether anything that is decided under a profile may be uncertain. */
export function isCertain({ unheld, rules, mode }: Profile): boolean {
  return unheld.length === 0 && mode !== 'prompt' && rules.every(rule => rule.mode !== 'prompt')
}

/**
 * A decision as far as it is known: a profile may include files whose text is not at hand. They may allow what no rule here
 * does, and some of them deny. What a rule here denies stays denied: deny wins. What is to be asked of a person is not known.
 */
export function certain<Made extends Decision>({ unheld, mode }: Profile, decision: Made): Made | Decision {
  const { by, verdict } = decision
  if (by.kind === 'rule' && by.rule.mode === 'prompt') return undecided(asks, by.rule)
  if (by.kind === 'no-rule' && mode === 'prompt') return undecided(asks)
  if (unheld.length === 0 || by.kind === 'unconfined' || by.kind === 'not-mediated') return decision
  const allowed = verdict === 'allowed' && by.kind !== 'complain'
  if (verdict !== 'allowed' && by.kind === 'rule') return decision
  const matter = allowed ? unheld.filter(path => denyingFiles.has(path)) : unheld
  if (matter.length === 0) return decision
  const files = matter.join(', ')
  const says = allowed
    ? `A rule of ${files}, which the profile includes and which is not at hand, may deny it.`
    : `No rule here allows it, but the profile includes ${files}, and those rules are not at hand.`
  return undecided(says, 'rule' in by ? by.rule : undefined)
}
