/** A field's text as Falco prints it; null when the event has no such field; several for fields that look at several values. */
export type FieldValue = string | null | readonly string[]

/**
 * An event as data. A field that is not in the map is not known, and what depends on it is undecided. Text is as Falco
 * prints it: numbers decimal (flags hex, modes octal), booleans `true` and `false`.
 */
export interface FalcoEvent {
  /** In words, for people: `/bin/sh starts in container web`. */
  readonly title: string
  /** The event type: `execve`, `openat`, … */
  readonly type: string
  readonly fields: ReadonlyMap<string, FieldValue>
}
