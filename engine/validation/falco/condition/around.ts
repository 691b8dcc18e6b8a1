import { isBad, parseInteger } from './constants.ts'
import type { Report } from './subject.ts'
import type { CheckNode, ValueNode } from './syntax.ts'
import type { Subject, Test } from './test.ts'

/** `evt.around[time] = milliseconds`: whether an event's time is so near to that one. Nothing else can be asked of it. */
export function compileAround(check: CheckNode, { field }: Subject, right: ValueNode, refuse: Report): Test {
  const undecided: Test = () => undefined
  const bad = (message: string) =>
    refuse({ code: 'falco-bad-value', message, at: right, check, data: { value: right.text } })
  const [milliseconds, middle] = [parseInteger(right.text, 'u'), parseInteger(field?.argument ?? '', 'u')]
  if (isBad(milliseconds)) {
    bad(milliseconds.message)
    return undecided
  }
  if (check.operator !== '=') {
    bad("evt.around supports only '=' comparison operator")
    return undecided
  }
  if (isBad(middle)) return undecided
  const width = milliseconds * 1_000_000n
  return ({ fields }) => {
    const time = fields.get('evt.rawtime')
    if (typeof time !== 'string') return time === null ? false : undefined
    const at = BigInt(time)
    return middle >= BigInt.asUintN(64, at - width) && middle <= BigInt.asUintN(64, at + width)
  }
}
