import { z } from 'zod'
import { compileCondition } from '../../validation/falco/condition/compile.ts'
import { eventsOf } from '../../validation/falco/condition/event-set.ts'
import { parseCondition } from '../../validation/falco/condition/parse.ts'
import { positionIn } from '../../validation/falco/condition/position.ts'
import type { ConditionNode, MacroNode } from '../../validation/falco/condition/syntax.ts'
import type { ConditionFault, Test } from '../../validation/falco/condition/test.ts'
import type { FalcoEvent } from '../../validation/falco/event.ts'
import { allEventNames, codesOf } from '../../validation/falco/event-types.ts'
import { warningsOfValues } from '../../validation/falco/load/condition-advice.ts'
import { unplaced } from '../../validation/falco/mapped-text.ts'
import { type Evaluator, type Line, shaped, undecided } from '../evaluator.ts'
import { eventFiles, recordedEvents } from './recorded-events.ts'

/** Whether Falco takes a condition, and for which of the recorded events it holds. */
export const conditions: Evaluator = {
  says: 'a Falco condition: whether it compiles, what Falco says of it, and the events that it is true for',
  beside: eventFiles,
  open(beside) {
    const events = recordedEvents(beside)
    return shaped(z.object({ cond: z.string() }), ({ cond }) => answered(cond, events))
  },
}

function answered(cond: string, events: readonly FalcoEvent[]): Line {
  const pos = (at: number) => {
    const { index, line, column } = positionIn(cond, at)
    return [index, line, column]
  }
  const refused = (stage: 'parse' | 'compile', error: string, at: number): Line => ({
    ...{ ok: false, stage, error, pos: pos(at), true_on: [] },
  })
  const parsed = parseCondition(unplaced(cond))
  if ('fault' in parsed) return refused('parse', parsed.fault.message, parsed.fault.at)
  const { node } = parsed
  const faults: ConditionFault[] = []
  const test = compileCondition(node, fault => faults.push(fault))
  const [fault] = faults
  const macro = macroIn(node)
  if (macro && !(fault && fault.check.start < macro.start))
    return refused('compile', `filter error: unexpected identifier '${macro.name}'`, macro.start)
  if (fault) return refused('compile', fault.message, fault.check.start)
  const warnings: Line[] = []
  for (const { message, at } of warningsOfValues(node)) warnings.push({ msg: message, pos: pos(at) })
  return { ok: true, warnings, evt_names: eventNames(node), ...truth(test, events) }
}

function truth(test: Test, events: readonly FalcoEvent[]): Line {
  const held: string[] = []
  for (const event of events) {
    const answer = test(event)
    if (answer === undefined) return undecided(`The event ${event.title} does not tell whether this holds.`)
    if (answer) held.push(event.title)
  }
  return { true_on: held }
}

function macroIn(node: ConditionNode): MacroNode | undefined {
  if (node.kind === 'macro') return node
  if (node.kind === 'check') return undefined
  const children = node.kind === 'not' ? [node.child] : node.children
  for (const child of children) {
    const found = macroIn(child)
    if (found) return found
  }
  return undefined
}

/** The event types that a condition restricts itself to; calls that share a code with others have no name here. */
function eventNames(node: ConditionNode): readonly string[] {
  const { allBut, codes } = eventsOf(node)
  if (allBut) return []
  const [shared] = codesOf('syscall')
  const own = (name: string) => {
    const its = codesOf(name)
    return its.length > 0 && !its.some(code => code === shared) && its.every(code => codes.has(code))
  }
  return [...allEventNames()].filter(own).sort()
}
