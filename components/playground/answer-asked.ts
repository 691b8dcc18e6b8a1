import { marksOf } from '../workbench/findings/marks.ts'
import type { KindId } from './kinds.ts'
import type { Asked, Open, Reply } from './playground.ts'

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

/** Reads a text and asks it. Where it cannot be read, the text that could be read last is asked. `began`: loading is over. */
export async function answerAsked(asked: Asked, began: () => void = () => {}): Promise<Reply> {
  const open = await deciders[asked.kind]()
  began()
  if (asked.text.length > MAX_TEXT) return { marks: [], summary: 'This is too long to be read here.', isRead: false }
  const now = open(asked.text)
  const ask = now.ask ?? (asked.before === undefined ? undefined : open(asked.before).ask)
  const said = ask?.(asked.form)
  return {
    marks: marksOf(asked.text, now.findings),
    summary: now.summary ?? '',
    isRead: now.ask !== undefined,
    ...(typeof said === 'string' ? { problem: said } : said && { answer: said }),
  }
}
