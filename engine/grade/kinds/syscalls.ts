import { z } from 'zod'
import { letsPass } from '../../validation/seccomp/action.ts'
import type { SeccompDecision } from '../../validation/seccomp/decide.ts'
import { errnoName } from '../../validation/seccomp/errno.ts'
import { type AskedCall, askedCall, readAskedCall } from '../asked-call.ts'
import { defineKind, type Fault } from '../kind.ts'
import { allOf, miss, pass, ungraded } from '../outcomes.ts'
import { firstLineOf, placeOf } from '../place-of.ts'
import type { CounterExample, DecidedBy, Outcome } from '../report.ts'
import { type FilterInForce, filtersInForce, whichFilter, whichFilterFaults } from '../seccomp-in-force.ts'

type Decided = Exclude<SeccompDecision, { readonly undecided: string }>
const wishes = ['allow', 'log', 'refuse'] as const
type Wish = (typeof wishes)[number]
type Asked = AskedCall & { readonly wish: Wish }

const calls = z.array(askedCall).min(1).optional()
const schema = z
  .strictObject({
    ...whichFilter,
    allow: calls.meta({ description: 'Calls that go through, logged or not.', examples: [['read', 'write']] }),
    log: calls.meta({ description: 'Calls that go through and are logged.', examples: [['mkdir']] }),
    refuse: calls.meta({
      description: 'Calls that do not go through; with an error, exactly that one.',
      examples: [['unshare', { ptrace: 'EPERM' }]],
    }),
  })
  .describe('What the kernel does with system calls under a seccomp profile, or in the containers of a Pod.')

/**
 * `syscalls: { profile: profiles/web.json, allow: [read], refuse: [unshare, { ptrace: EPERM }], log: [chmod] }`: what the
 * kernel does with system calls under a profile, or in the containers of a pod (`of: pod/web`, `in: shop`).
 * `allow` takes a call that goes through, logged or not; `log` one that goes through and is logged.
 */
export const syscalls = defineKind({
  schema,
  faults: expectation => [...whichFilterFaults(expectation), ...readAsked(expectation).faults],
  grade(expectation, context) {
    const { asked } = readAsked(expectation)
    return allOf(filtersInForce(expectation, context).map(filter => tried(filter, asked)))
  },
})

function readAsked(expectation: z.infer<typeof schema>): { asked: readonly Asked[]; faults: readonly Fault[] } {
  const asked: Asked[] = []
  const faults: Fault[] = []
  for (const wish of wishes)
    for (const [index, written] of (expectation[wish] ?? []).entries()) {
      const read = readAskedCall(written, [wish, index])
      if ('message' in read) faults.push(read)
      else asked.push({ ...read, wish })
    }
  if (asked.length + faults.length === 0)
    faults.push({ path: [], message: '`syscalls` asks nothing. Give `allow`, `refuse` or `log`.' })
  return { asked, faults }
}

function tried(filter: FilterInForce, asked: readonly Asked[]): Outcome {
  if (filter.is === 'undecided') return ungraded(filter.why)
  if (filter.is === 'stopped')
    return miss(filter.say, {
      pairs: [{ label: 'The reason', value: filter.words, tone: 'got' }],
      ...(filter.decidedBy && { decidedBy: filter.decidedBy }),
    })
  const examples: CounterExample[] = []
  for (const it of asked) {
    const decision: SeccompDecision =
      filter.is === 'none' ? { action: 'ALLOW', by: { kind: 'unconfined' } } : filter.compiled.decide(it.call)
    if ('undecided' in decision) return ungraded(decision.undecided)
    if (asAsked(decision, it)) continue
    examples.push({
      pairs: [
        { label: 'System call', value: it.name },
        { label: 'It is', value: got(decision), tone: 'got' },
        { label: 'Task asks', value: want(it), tone: 'want' },
      ],
      decidedBy: decidedBy(filter, decision, it),
    })
  }
  const [count, all] = [examples.length, asked.length]
  if (count === 0) return pass(`${all} of ${all} system calls ${all === 1 ? 'is' : 'are'} decided as asked.`)
  return miss(`${count} of ${all} system calls tried ${count === 1 ? 'shows' : 'show'} the difference:`, ...examples)
}

function asAsked({ action, errno }: Decided, { wish, errno: wanted }: Asked): boolean {
  if (wish === 'allow') return letsPass(action)
  if (wish === 'log') return action === 'LOG'
  return !letsPass(action) && (wanted === undefined || (action === 'ERRNO' && errnoName(errno ?? 0) === wanted))
}

function got({ action, errno }: Decided): string {
  switch (action) {
    case 'ALLOW':
      return 'allowed'
    case 'LOG':
      return 'allowed, and written to the kernel log'
    case 'ERRNO':
      return errno === 0 ? 'not done, but reported as done (error 0)' : `refused with ${errnoName(errno ?? 0)}`
    case 'KILL_PROCESS':
      return 'answered by killing the process'
    case 'KILL_THREAD':
      return 'answered by killing the thread'
    case 'TRAP':
      return 'answered with the signal SIGSYS'
    case 'TRACE':
    case 'NOTIFY':
      return 'refused with ENOSYS, as nobody listens'
  }
}

function want({ wish, errno }: Asked): string {
  if (wish === 'allow') return 'allowed'
  if (wish === 'log') return 'allowed, and written to the kernel log'
  return errno === undefined ? 'refused' : `refused with ${errno}`
}

function decidedBy(
  filter: Exclude<FilterInForce, { is: 'stopped' | 'undecided' }>,
  { by }: Decided,
  { call, name }: Asked,
): DecidedBy {
  if (filter.is === 'none') return filter.decidedBy
  const lit = `decides ${name}`
  const { file } = filter
  switch (by.kind) {
    case 'rule': {
      const text = `Entry ${by.rule + 1} of \`syscalls\` names it.`
      const entry = filter.profile?.syscalls[by.rule]
      const range = entry?.nameRanges?.[entry.names.indexOf(call.syscall)] ?? by.range
      return file && range ? { text, place: firstLineOf(file, range), lit } : { text }
    }
    case 'default': {
      const text = file
        ? '`defaultAction` decides: no entry lets it through or names it.'
        : "The runtime's own profile decides."
      return file && by.range
        ? { text: '`defaultAction` decides: no entry matches it.', place: placeOf(file, by.range), lit }
        : { text }
    }
    case 'enosys-stub':
      return {
        text: `The runtime decides: the number of \`${call.syscall}\` is higher than that of every call that the profile names, so it answers ENOSYS before the profile is asked.`,
      }
    case 'bad-arch':
      return { text: 'The call comes through a table that `architectures` does not name.' }
    case 'unconfined':
      return { text: 'The profile is empty, so there is no filter.' }
  }
}
