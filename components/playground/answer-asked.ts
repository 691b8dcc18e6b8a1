import { marksOf } from '../workbench/findings/marks.ts'
import type { KindId } from './kinds.ts'
import type { Asked, Open, Opened, Reply } from './playground.ts'

/** What decides for each kind. It is large, so it is loaded when it is asked. */
const deciders: Readonly<Record<KindId, () => Promise<Open>>> = {
  'audit-policy': async () => (await import('./decide/audit-policy.ts')).openAuditPolicy,
  seccomp: async () => (await import('./decide/seccomp.ts')).openSeccomp,
  'network-policy': async () => (await import('./decide/network-policy.ts')).openNetworkPolicies,
  'pod-security': async () => (await import('./decide/pod-security.ts')).openPodSecurity,
  apparmor: async () => (await import('./decide/apparmor.ts')).openApparmor,
  rbac: async () => (await import('./decide/rbac.ts')).openRbac,
}

/** Characters that are read: more would keep the page waiting. */
const MAX_TEXT = 400_000

interface Held {
  readonly opened: Opened
  /** What the text says by itself, whatever is asked. */
  readonly beside: Pick<Reply, 'tally' | 'reach' | 'known'>
}

/** The text and the one that could be read last: most questions come after each other to the same text. */
const held = new Map<string, Held>()
const MAX_HELD = 2

/** Reads a text and asks it. Where it cannot be read, the text that could be read last is asked. `began`: loading is over. */
export async function answerAsked(asked: Asked, began: () => void = () => {}): Promise<Reply> {
  const open = await deciders[asked.kind]()
  began()
  if (asked.text.length > MAX_TEXT) return { marks: [], summary: 'This is too long to be read here.', isRead: false }
  const hold = (text: string) => held.get(`${asked.kind} ${text}`) ?? newlyHeld(asked.kind, open, text)
  const now = hold(asked.text)
  const isRead = now.opened.ask !== undefined
  const before = isRead || asked.before === undefined ? now : hold(asked.before)
  const said = before.opened.ask?.(asked.form)
  return {
    marks: marksOf(asked.text, now.opened.findings),
    summary: now.opened.summary ?? '',
    isRead,
    ...before.beside,
    ...(typeof said === 'string' ? { problem: said } : said && { answer: said }),
  }
}

function newlyHeld(kind: KindId, open: Open, text: string): Held {
  const opened = open(text)
  const { ask, known } = opened
  const [tally, reach] = ask ? [opened.tally?.(), opened.reach?.()] : []
  const made = { opened, beside: { ...(tally && { tally }), ...(reach && { reach }), ...(known && { known }) } }
  held.set(`${kind} ${text}`, made)
  for (const oldest of held.keys()) if (held.size > MAX_HELD) held.delete(oldest)
  return made
}
