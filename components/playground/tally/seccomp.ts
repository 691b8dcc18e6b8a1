import { compileSeccompProfile, type SeccompCall } from '#engine/validation/seccomp/decide.ts'
import type { SeccompArg, SeccompEntry, SeccompProfile } from '#engine/validation/seccomp/profile.ts'
import { syscallsOf } from '#engine/validation/seccomp/syscalls.ts'
import { placeIn } from '../decide/place.ts'
import type { Tally, TallyRow } from '../playground.ts'
import { counter } from './counter.ts'

/** Calls with arguments that are tried beside the plain ones. */
const MAX_WITH_ARGUMENTS = 4000

/** Every system call of x86-64, with arguments of 0, and once more with those that each condition asks for. */
export function tallySeccomp(text: string, profile: SeccompProfile): Tally | undefined {
  const plain = syscallsOf('x86_64').map((syscall): SeccompCall => ({ syscall }))
  const withArguments = profile.syscalls
    .filter(it => it.args.length > 0)
    .flatMap(entry => entry.names.map((syscall): SeccompCall => ({ syscall, args: argumentsFor(entry) })))
    .slice(0, MAX_WITH_ARGUMENTS)
  const { decide } = compileSeccompProfile(profile)
  const counts = counter<number | string>()
  for (const call of [...plain, ...withArguments]) {
    const decision = decide(call)
    // No container starts under it: nothing of it decides.
    if ('undecided' in decision) return undefined
    counts.add(decision.by.kind === 'rule' ? decision.by.rule : decision.by.kind)
  }
  const rest = profile.defaultActionRange && placeIn(text, profile.defaultActionRange)
  const rows = profile.syscalls.map((entry, index): TallyRow => {
    const lines = entry.range && placeIn(text, entry.range)
    return { label: `Rule ${index + 1}`, says: entryWords(entry), ...(lines && { lines }), count: counts.of(index) }
  })
  const stub = counts.of('enosys-stub')
  return {
    total: plain.length + withArguments.length,
    asked: 'system calls',
    chosen: `all of x86-64${withArguments.length > 0 ? `, and ${withArguments.length} with the arguments that a rule asks for` : ''}`,
    rows: [
      ...rows,
      {
        label: 'Default',
        says: shortly(profile.defaultAction),
        ...(rest && { lines: rest }),
        count: counts.of('default'),
      },
      ...(stub > 0 ? [{ label: 'runc', says: 'ENOSYS', count: stub }] : []),
    ],
  }
}

const entryWords = ({ action, names }: SeccompEntry) => `${shortly(action)} ${names.slice(0, 4).join(', ')}`
const shortly = (action: string) => action.replace(/^SCMP_ACT_/, '')

/** Arguments that an entry’s conditions hold for, where one value can. */
function argumentsFor({ args }: SeccompEntry): readonly bigint[] {
  const values = [0n, 0n, 0n, 0n, 0n, 0n]
  for (const arg of args) if (arg.index >= 0n && arg.index < 6n) values[Number(arg.index)] = valueFor(arg)
  return values
}

function valueFor({ op, value, valueTwo }: SeccompArg): bigint {
  const wanted = op.endsWith('MASKED_EQ')
    ? valueTwo
    : op.endsWith('_NE') || op.endsWith('_GT')
      ? value + 1n
      : op.endsWith('_LT')
        ? value - 1n
        : value
  return BigInt.asUintN(64, wanted)
}
