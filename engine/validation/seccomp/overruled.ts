import { actionOf, sameVerdict, verdictOf } from './action.ts'
import type { SeccompEntry, SeccompProfile } from './profile.ts'

/** Rule `rule` cannot decide about `name`, its name number `at`, because rule `by` names it without conditions. All count from 0. */
export interface Overruled {
  readonly name: string
  readonly rule: number
  readonly at: number
  readonly by: number
}

/**
 * In libseccomp a rule without conditions beats every rule with conditions, wherever they stand; of several without, the first wins.
 * Entries with the default action are not there at all. A repetition of the same is not worth a word.
 */
export function overruledRules(profile: SeccompProfile): readonly Overruled[] {
  const rules = profile.syscalls.flatMap((entry, rule) => {
    const verdict = verdictIn(entry)
    return verdict && !sameVerdict(verdict, fallbackOf(profile) ?? verdict) ? [{ entry, rule, verdict }] : []
  })
  const winners = new Map<string, (typeof rules)[number]>()
  for (const it of rules) {
    if (!isUnconditional(it.entry)) continue
    for (const name of it.entry.names) if (!winners.has(name)) winners.set(name, it)
  }
  return rules.flatMap(({ entry, rule, verdict }) =>
    entry.names.flatMap((name, at) => {
      const winner = winners.get(name)
      if (winner === undefined || winner.rule === rule) return []
      if (isUnconditional(entry) && sameVerdict(verdict, winner.verdict)) return []
      return [{ name, rule, at, by: winner.rule }]
    }),
  )
}

function isUnconditional({ args }: SeccompEntry): boolean {
  return args.every(arg => arg.op === 'SCMP_CMP_MASKED_EQ' && arg.value === 0n)
}

function verdictIn({ action, errnoRet }: SeccompEntry) {
  const known = actionOf(action)
  return known && verdictOf(known, errnoRet)
}

function fallbackOf({ defaultAction, defaultErrnoRet }: SeccompProfile) {
  const known = actionOf(defaultAction)
  return known && verdictOf(known, defaultErrnoRet)
}
