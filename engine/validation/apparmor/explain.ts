import type { Decision } from './decision.ts'
import type { Place, Rule } from './policy.ts'

/** A decision in plain sentences: what becomes of the act, and what decides. `act` is put first: "Reading /etc/passwd". */
export function explainApparmor(act: string, { verdict, errno, log, by }: Decision): string {
  if (by.kind === 'unknown') return `${act} cannot be decided here. ${by.says}`
  const happens = `${act} ${fateOf(verdict, errno)}${log === 'none' ? '' : ` and logged as ${log}`}.`
  switch (by.kind) {
    case 'rule':
      return `${happens} ${ruleAt(by.rule)} decides.`
    case 'no-rule':
      return `${happens} No rule gives it${by.missing === '' ? '' : `: \`${by.missing}\` is missing`}.`
    case 'complain':
      return `${happens} No rule gives it, but the profile only complains: \`${by.missing}\` is missing.`
    case 'unconfined':
      return `${happens} The profile confines nothing.`
    case 'not-mediated':
      return `${happens} AppArmor has no say in it.`
    case 'no-profile':
      return `${happens} There is no loaded profile \`${by.label}\`${by.rule ? `, which ${ruleAt(by.rule)} asks for` : ''}.`
  }
}

const errnoNames: Readonly<Record<number, string>> = { 1: 'EPERM', 2: 'ENOENT', 13: 'EACCES' }

function fateOf(verdict: Decision['verdict'], errno: number | undefined): string {
  if (verdict === 'allowed') return 'is allowed'
  if (verdict === 'killed') return 'ends the process'
  if (verdict === 'undecided') return 'cannot be decided here'
  return errno === undefined ? 'is refused' : `is refused with ${errnoNames[errno] ?? errno}`
}

function ruleAt({ text, place }: Rule): string {
  return text === '' ? `the rule in ${lineOf(place)}` : `\`${text}\` (${lineOf(place)})`
}

/** `line 3`, or `line 3 of abstractions/base` for what is included. */
export function lineOf({ file, line, isIncluded }: Place): string {
  return isIncluded ? `line ${line} of ${file.replace(/^\/etc\/apparmor\.d\//, '')}` : `line ${line}`
}
