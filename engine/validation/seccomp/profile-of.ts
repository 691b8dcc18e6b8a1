import type { Range } from '../../yaml/range.ts'
import type { Decoded } from './decode.ts'
import type { SeccompArg, SeccompEntry, SeccompProfile } from './profile.ts'

/** The profile that Go's decoder left in its struct. */
export function profileOf({ fields = {} }: Decoded): SeccompProfile {
  const { defaultAction, defaultErrnoRet, architectures, flags, listenerPath, syscalls } = fields
  const range = defaultAction && spanned(defaultAction)
  return {
    defaultAction: defaultAction?.text ?? '',
    ...(range && { defaultActionRange: range }),
    ...(defaultErrnoRet?.number !== undefined && { defaultErrnoRet: defaultErrnoRet.number }),
    architectures: texts(architectures),
    architectureRanges: ranges(architectures),
    flags: texts(flags),
    ...(flags && { flagsRange: flags.range }),
    listenerPath: listenerPath?.text ?? '',
    syscalls: (syscalls?.items ?? []).map(entryOf),
  }
}

/** An entry of `syscalls`, of either dialect: of Docker’s keys nothing is left. */
export function entryOf({ fields = {}, range }: Decoded): SeccompEntry {
  const { names, action, errnoRet, args } = fields
  return {
    names: texts(names),
    nameRanges: ranges(names),
    action: action?.text ?? '',
    ...(errnoRet?.number !== undefined && { errnoRet: errnoRet.number }),
    args: (args?.items ?? []).map(argOf),
    range,
  }
}

function argOf({ fields = {}, range }: Decoded): SeccompArg {
  const { index, value, valueTwo, op } = fields
  return {
    index: index?.number ?? 0n,
    value: value?.number ?? 0n,
    valueTwo: valueTwo?.number ?? 0n,
    op: op?.text ?? '',
    range,
  }
}

/** The texts of a list. */
export const texts = (list: Decoded | undefined) => (list?.items ?? []).map(it => it.text ?? '')
/** Where each of a list stands. */
export const ranges = (list: Decoded | undefined) => (list?.items ?? []).map(it => it.range)
const spanned = ({ keyRange, range }: Decoded): Range => ({ start: keyRange?.start ?? range.start, end: range.end })
