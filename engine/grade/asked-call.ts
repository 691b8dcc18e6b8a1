import { z } from 'zod'
import type { SeccompCall } from '../validation/seccomp/decide.ts'
import { errnoNames, errnoNumber } from '../validation/seccomp/errno.ts'
import { allSyscalls, isSyscall } from '../validation/seccomp/syscalls.ts'
import type { Path } from '../yaml/range.ts'
import type { Fault } from './kind.ts'

/** A system call that a check asks about. */
export interface AskedCall {
  readonly call: SeccompCall
  /** `clone(0x10000000), a new user namespace` */
  readonly name: string
  /** The error it has to end with. */
  readonly errno?: string
}

const argument = z.union([z.number().int().nonnegative().safe(), z.string().regex(/^(0x[0-9a-fA-F]{1,16}|\d{1,19})$/)])
const errno = z.string().meta({ description: 'The error that the call has to end with.', enum: [...errnoNames()] })
const detail = z.union([
  errno,
  z.strictObject({
    args: z
      .array(argument)
      .max(6)
      .optional()
      .meta({ description: 'The arguments of the call, the first one first.', examples: [[0x10000000]] }),
    errno: errno.optional(),
    as: z
      .string()
      .optional()
      .meta({ description: 'A few words for the report.', examples: ['a user namespace'] }),
  }),
])

const { $schema: _, ...detailShape } = z.toJSONSchema(detail, { target: 'draft-7', io: 'input' })

/**
 * A system call as editors are told of it. `readAskedCall` reads it and says more precisely what is wrong, so the schema
 * itself lets everything through.
 */
export const askedCall = z.unknown().meta({
  id: 'call',
  description: 'A system call: its name, its name with an error, or with arguments.',
  anyOf: [
    { enum: allSyscalls() },
    {
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      propertyNames: { enum: allSyscalls() },
      additionalProperties: detailShape,
    },
  ],
  examples: ['unshare', { ptrace: 'EPERM' }, { clone: { args: [0x10000000], errno: 'EPERM' } }],
})

/**
 * Reads `unshare`, `{ ptrace: EPERM }` or `{ clone: { args: [0x10000000], errno: EPERM, as: a new user namespace } }`.
 */
export function readAskedCall(written: unknown, path: Path): AskedCall | Fault {
  const fault = (message: string): Fault => ({ path, message })
  const entries: readonly (readonly [string, unknown])[] =
    typeof written === 'string'
      ? [[written, {}]]
      : typeof written === 'object' && written !== null && !Array.isArray(written)
        ? Object.entries(written)
        : []
  const [entry, another] = entries
  if (!entry || another)
    return fault('A system call is written as `unshare`, `{ ptrace: EPERM }` or `{ clone: { args: [0x10000000] } }`.')
  const [syscall, given] = entry
  if (!isSyscall(syscall)) return fault(`\`${syscall}\` is no system call.`)
  const parsed = detail.safeParse(given)
  if (!parsed.success) return fault(`\`${syscall}\` takes \`args\` (up to six numbers), \`errno\` and \`as\`.`)
  const { args = [], errno, as } = typeof parsed.data === 'string' ? { errno: parsed.data } : parsed.data
  if (errno !== undefined && errnoNumber(errno) === undefined) return fault(`\`${errno}\` is no error of the kernel.`)
  const numbers = args.map(BigInt)
  const shown = numbers.length === 0 ? '' : `(${numbers.map(number => `0x${number.toString(16)}`).join(', ')})`
  return {
    call: { syscall, ...(numbers.length > 0 && { args: numbers }) },
    name: `${syscall}${shown}${as === undefined ? '' : `, ${as}`}`,
    ...(errno !== undefined && { errno }),
  }
}
