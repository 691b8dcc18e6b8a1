import type { MappedText, Place } from '../mapped-text.ts'
import type { Priority } from '../rule-set.ts'

/**
 * What all files so far define. `index` counts first definitions of a kind; `visibility` is when a thing was last defined or
 * appended to: what was first defined before that can be seen from it.
 */
interface Defined {
  readonly name: string
  readonly place: Place
  readonly index: number
  readonly visibility: number
}

export interface ListItem {
  readonly text: string
  readonly place: Place
}

export interface ListDefinition extends Defined {
  readonly items: readonly ListItem[]
}

export interface MacroDefinition extends Defined {
  readonly condition: MappedText
}

export interface ExceptionPart {
  readonly text: string
  /** A list within a list of values: its items in parentheses. */
  readonly isList?: boolean
  readonly place: Place
}

export interface RuleException {
  readonly name: string
  readonly place: Place
  /** One field given alone, or a list of them. */
  readonly fields: ExceptionPart | readonly ExceptionPart[] | undefined
  readonly comps: ExceptionPart | readonly ExceptionPart[] | undefined
  readonly values: readonly (ExceptionPart | readonly ExceptionPart[])[]
  readonly hasValues: boolean
}

export interface RuleDefinition extends Defined {
  readonly source: string
  readonly condition: MappedText
  readonly output: MappedText
  readonly desc: MappedText
  readonly priority: Priority
  readonly tags: readonly string[]
  readonly enabled: boolean
  readonly exceptions: readonly RuleException[]
  readonly warnEvtTypes: boolean
  readonly skipIfUnknown: boolean
  /** An unknown source: kept, never compiled. */
  readonly isSkipped: boolean
}

export interface Collector {
  readonly lists: Map<string, ListDefinition>
  readonly macros: Map<string, MacroDefinition>
  readonly rules: Map<string, RuleDefinition>
  counter: number
}

export function emptyCollector(): Collector {
  return { lists: new Map(), macros: new Map(), rules: new Map(), counter: 0 }
}

/** Where a thing stands in the order of definitions: its first place for ever, its last sight from now. */
export function nextPlace<T extends Defined>(collector: Collector, known: ReadonlyMap<string, T>, name: string) {
  const visibility = collector.counter++
  return { index: known.get(name)?.index ?? visibility, visibility }
}
