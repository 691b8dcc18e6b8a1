import type { MappedText, Place } from '../mapped-text.ts'
import type { Priority } from '../rule-set.ts'
import type { Context } from './context.ts'
import type { PluginRequirement } from './versions.ts'

/**
 * What all files so far define. `index` counts first definitions of a kind; `visibility` is when a thing was last defined or
 * appended to: what was first defined before that can be seen from it.
 */
interface Defined {
  readonly name: string
  /** Where its name stands: of its first definition. */
  readonly place: Place
  /** Of its last definition, as Falco tells it. */
  readonly context: Context
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
  readonly conditionContext: Context
}

/** A value of an exception, or several. */
export interface ExceptionEntry {
  readonly isList: boolean
  /** Empty for what is neither text nor a list. */
  readonly text: string
  readonly items: readonly ExceptionEntry[]
  readonly place: Place
}

export interface RuleException {
  readonly name: string
  readonly place: Place
  readonly context: Context
  readonly fields: ExceptionEntry | undefined
  readonly comps: ExceptionEntry | undefined
  readonly values: readonly ExceptionEntry[]
}

export interface RuleDefinition extends Defined {
  readonly source: string
  readonly condition: MappedText
  readonly conditionContext: Context
  readonly output: MappedText
  readonly outputContext: Context
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
  readonly plugins: PluginRequirement[]
  counter: number
}

export function emptyCollector(): Collector {
  return { lists: new Map(), macros: new Map(), rules: new Map(), plugins: [], counter: 0 }
}

/** Where a thing stands in the order of definitions: its first place for ever, its last sight from now. */
export function nextPlace<T extends Defined>(collector: Collector, known: ReadonlyMap<string, T>, name: string) {
  const visibility = collector.counter++
  return { index: known.get(name)?.index ?? visibility, visibility }
}
