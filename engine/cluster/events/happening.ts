import type { FalcoEvent } from '../../validation/falco/event.ts'

/** Something that a lab lets happen on a host: once, or again and again. All in seconds after the attempt began. */
export type Happening = { readonly event: FalcoEvent } & When

export type When =
  | { readonly at: number }
  | {
      readonly every: number
      /** When it happens first. */
      readonly from: number
      /** After this it happens no more. */
      readonly until?: number
    }

/** Host → what happens there. */
export type Happenings = ReadonlyMap<string, readonly Happening[]>

/** Something that was made to happen, as a lab would write it: it is kept with the world's state. */
export interface Fired {
  readonly host: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly shorthand: Readonly<Record<string, unknown>>
}

/** What is kept of it: no longer than this, and no more. */
export const fired = { milliseconds: 600_000, most: 300 }
