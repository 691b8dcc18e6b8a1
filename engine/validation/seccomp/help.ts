import type { Choice, Field } from '../field.ts'
import { actionNames } from './action.ts'
import { architectureNames } from './architecture.ts'
import { operatorNames } from './condition.ts'
import { meaningOf } from './syscall-meanings.ts'
import { syscallsOf } from './syscalls.ts'

const actions: Readonly<Record<string, string>> = {
  SCMP_ACT_ALLOW: 'The call is made.',
  SCMP_ACT_ERRNO: 'The call is refused with an error: EPERM, or what errnoRet says.',
  SCMP_ACT_LOG: 'The call is made, and a line with the name of the program goes into the audit log of the kernel.',
  SCMP_ACT_KILL: 'The thread that calls is killed; the same as SCMP_ACT_KILL_THREAD.',
  SCMP_ACT_KILL_THREAD: 'The thread that calls is killed. A program with more threads may hang.',
  SCMP_ACT_KILL_PROCESS: 'The whole process is killed.',
  SCMP_ACT_TRAP: 'The thread gets the signal SIGSYS, which ends a program that does not catch it.',
  SCMP_ACT_TRACE: 'A tracer decides. Without one the call fails with ENOSYS.',
  SCMP_ACT_NOTIFY: 'A program outside decides, over listenerPath.',
}

const operators: Readonly<Record<string, string>> = {
  SCMP_CMP_NE: 'The argument is not `value`.',
  SCMP_CMP_LT: 'The argument is less than `value`.',
  SCMP_CMP_LE: 'The argument is `value` or less.',
  SCMP_CMP_EQ: 'The argument is `value`.',
  SCMP_CMP_GE: 'The argument is `value` or more.',
  SCMP_CMP_GT: 'The argument is more than `value`.',
  SCMP_CMP_MASKED_EQ: '(argument & `value`) equals `valueTwo`: `value` is the mask, `valueTwo` what is left of it.',
}

const architectures: Readonly<Record<string, string>> = {
  SCMP_ARCH_X86_64: 'Intel and AMD, 64 bits.',
  SCMP_ARCH_X86: 'Intel, 32 bits; an x86_64 kernel runs such programs too.',
  SCMP_ARCH_X32: 'Intel and AMD, 64 bits with pointers of 32.',
  SCMP_ARCH_AARCH64: 'ARM, 64 bits.',
  SCMP_ARCH_ARM: 'ARM, 32 bits.',
}

const action = (says: string): Field => ({
  says,
  values: actionNames.map(text => ({ text, says: actions[text] ?? '' })),
})

/** As they are numbered on x86_64, those with a meaning first. */
const calls: readonly Choice[] = syscallsOf('x86_64')
  .map(text => ({ text, says: meaningOf(text) ?? 'A system call.' }))
  .toSorted((a, b) => Number(meaningOf(b.text) !== undefined) - Number(meaningOf(a.text) !== undefined))

const errno = 'The number of the error that a refused call returns: 1 is EPERM, 13 EACCES, 38 ENOSYS.'

/** A seccomp profile as containerd reads it, for people who ask while they type. */
export const seccompHelp: Field = {
  says: 'A seccomp profile: which system calls a container may make.',
  keys: {
    defaultAction: action('What happens to a call that no entry names.'),
    defaultErrnoRet: { says: `For a default action SCMP_ACT_ERRNO. ${errno}` },
    architectures: {
      says: 'Architectures beside the node’s own. A call through one that is not listed kills the thread.',
      items: {
        says: 'An architecture.',
        values: architectureNames.map(text => ({
          text,
          says: architectures[text] ?? 'An architecture of other machines.',
        })),
      },
    },
    flags: { says: 'Flags of the filter. runc 1.1 refuses a profile with any.', items: { says: 'A flag.' } },
    listenerPath: { says: 'The socket of the program that decides for SCMP_ACT_NOTIFY.' },
    listenerMetadata: { says: 'Words for that program.' },
    syscalls: {
      says: 'What happens to the calls that are named here. The order hardly matters.',
      items: {
        says: 'Some calls with one action.',
        keys: {
          names: {
            says: 'Names of system calls. One that nobody knows is skipped without a word.',
            items: { says: 'The name of a system call.', values: calls },
          },
          action: action('What happens to these calls.'),
          errnoRet: { says: `For SCMP_ACT_ERRNO. ${errno}` },
          args: {
            says: 'Comparisons of arguments, which all have to hold. If two are about the same argument, one is enough.',
            items: {
              says: 'A comparison of one argument.',
              keys: {
                index: {
                  says: 'Which argument, counted from 0.',
                  values: [0, 1, 2, 3, 4, 5].map(at => ({ text: String(at), says: `Argument ${at + 1} of the call.` })),
                },
                value: { says: 'The number to compare with, in decimal. The mask for SCMP_CMP_MASKED_EQ.' },
                valueTwo: { says: 'What is left under the mask of SCMP_CMP_MASKED_EQ. Others ignore it.' },
                op: {
                  says: 'How the argument is compared. Numbers count as unsigned.',
                  values: operatorNames.map(text => ({ text, says: operators[text] ?? '' })),
                },
              },
            },
          },
        },
      },
    },
  },
}
