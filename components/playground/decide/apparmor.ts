import { type Act, decideAct } from '#engine/validation/apparmor/acts.ts'
import type { Process } from '#engine/validation/apparmor/audit-record.ts'
import { compileProfile } from '#engine/validation/apparmor/compile.ts'
import type { ExecDecision } from '#engine/validation/apparmor/exec-decider.ts'
import { explainApparmor, lineOf } from '#engine/validation/apparmor/explain.ts'
import { loadedProfiles } from '#engine/validation/apparmor/loaded-profiles.ts'
import type { Profile, Rule } from '#engine/validation/apparmor/policy.ts'
import { readApparmorProfiles } from '#engine/validation/apparmor/read.ts'
import type { Answer, Form, Lines, Open, Why } from '../playground.ts'
import { tallyApparmor } from '../tally/apparmor.ts'
import { actOf } from './apparmor-act.ts'
import { nearestRules } from './apparmor-nearest.ts'
import { counted, placeIn, placeWords } from './place.ts'

/** What the kernel does with an act of a process under a profile. */
export const openApparmor: Open = text => {
  const { value, findings } = readApparmorProfiles(text)
  if (!value) return { findings }
  const all = value.profiles.flatMap(withChildren)
  return {
    findings,
    summary: `Read ${counted(all.length, 'profile')}.`,
    tally: () => tallyApparmor(text, value.profiles),
    known: { profile: all.map(it => it.label) },
    ask(form) {
      const named = form.profile?.trim() ?? ''
      const profile = named === '' ? all[0] : all.find(it => it.label === named)
      if (!profile) return named === '' ? 'Write a profile: the text has none.' : `The text has no profile ${named}.`
      const act = actOf(form)
      return typeof act === 'string' ? act : answered(text, all, profile, act, form)
    },
  }
}

function withChildren(profile: Profile): readonly Profile[] {
  return [profile, ...profile.children.flatMap(withChildren)]
}

/** What stands in records where the question does not tell. */
function processOf({ owner }: Form): Process {
  return { pid: '…', comm: '…', uid: '0', ouid: owner === 'somebody else' ? '1000' : '0' }
}

interface Side {
  readonly profile: Profile
  readonly decision: ExecDecision
  readonly record: string | undefined
}

function answered(text: string, all: readonly Profile[], profile: Profile, act: Act, form: Form): Answer | string {
  const loaded = loadedProfiles(all.filter(it => it.kind === 'profile'))
  const ask = (of: Profile, asked: Act): readonly Side[] =>
    decideAct(compileProfile(of), asked, loaded, processOf(form)).map(step => ({ ...step, profile: of }))
  const own = ask(profile, act)
  const back = own.at(-1)?.decision.verdict === 'allowed' ? otherSide(profile, act) : undefined
  const peer = back && all.find(it => it.label === back.peer)
  const sides = back && peer ? [...own, ...ask(peer, back.act)] : own
  const last = sides.at(-1)
  if (!last) return 'Write another act: this one is not known.'
  const { decision } = last
  const { by, verdict } = decision
  const rule = 'rule' in by ? by.rule : undefined
  const lit: readonly Lines[] = rule ? [placeIn(text, rule.place.range)] : []
  const asked = [form.act ?? 'read', form.target?.trim(), form.other?.trim()].filter(it => it).join(' ')
  return {
    outcome: outcomes[verdict],
    note: explainApparmor(asked, decision).replaceAll('`', ''),
    by: decided(last, lit[0]),
    lit,
    why: [
      ...sides.flatMap(side => rows(side, side === last)),
      ...(by.kind === 'no-rule' && last.profile === profile ? nearestRules(profile, act) : []),
      ...unasked(back, peer),
      ...afterwards(decision),
    ],
  }
}

const outcomes = {
  allowed: 'allowed',
  denied: 'denied',
  killed: 'the process is killed',
  undecided: 'not decided here',
} as const

function decided({ profile, decision: { by } }: Side, line: Lines | undefined): string {
  if (line) return `the rule in ${placeWords(line)}`
  if (by.kind === 'unconfined') return `the mode of profile ${profile.label}`
  if (by.kind === 'not-mediated') return 'nobody: AppArmor is not asked'
  return `profile ${profile.label}: no rule of it`
}

function rows({ profile, decision, record }: Side, isLast: boolean): readonly Why[] {
  const { by } = decision
  const rule = 'rule' in by ? by.rule : undefined
  const quiet =
    by.kind === 'rule' && decision.verdict === 'denied' ? 'nothing: a plain deny is quiet' : 'nothing is written'
  return [
    { label: 'Profile', says: `${profile.label}, mode ${profile.mode}`, state: 'passed' },
    ...(rule ? [{ label: 'Rule', says: ruleWords(rule), state: isLast ? 'decides' : 'passed' } as const] : []),
    ...(decision.verdict === 'undecided'
      ? []
      : [{ label: 'Log', says: record ?? (decision.log === 'none' ? quiet : decision.log), state: 'passed' } as const]),
  ]
}

/** What is included does not stand in the text. */
function ruleWords({ text, place }: Rule): string {
  return place.isIncluded ? `${text}, ${lineOf(place)}` : text
}

/** A signal or a trace needs both sides. */
function otherSide({ label }: Profile, act: Act): { readonly peer: string; readonly act: Act } | undefined {
  if (act.do === 'signal') {
    const access = act.access === 'send' ? 'receive' : 'send'
    return { peer: act.peer, act: { ...act, access, peer: label } }
  }
  if (act.do !== 'ptrace') return undefined
  const backwards = { trace: 'tracedby', read: 'readby', tracedby: 'trace', readby: 'read' } as const
  return { peer: act.peer, act: { ...act, access: backwards[act.access], peer: label } }
}

function unasked(back: { readonly peer: string } | undefined, peer: Profile | undefined): readonly Why[] {
  if (!back || peer) return []
  const says =
    back.peer === 'unconfined'
      ? 'unconfined: it needs no rule'
      : `${back.peer} is not in the text; it has to allow it, too`
  return [{ label: 'Other side', says, state: 'off' }]
}

function afterwards({ label, environment }: ExecDecision): readonly Why[] {
  if (label === undefined) return []
  const kept = environment === 'scrubbed' ? 'environment cleaned' : 'environment kept'
  return [{ label: 'Then', says: `it runs under ${label}, ${kept}`, state: 'passed' }]
}
