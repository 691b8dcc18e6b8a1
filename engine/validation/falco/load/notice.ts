import type { Place } from '../mapped-text.ts'
import { type FalcoCode, falcoCodes } from './codes.ts'

/** Something that Falco, or we, have to say about a file that is being loaded. */
export interface Notice {
  /** A `FalcoCode`, or one of the YAML reader's. */
  readonly code: string
  /** Falco's own code; null where Falco says nothing. */
  readonly falco: string | null
  readonly message: string
  readonly place?: Place
  readonly data: Readonly<Record<string, unknown>>
  /** The condition that Falco was reading, all lists put in, and how far it was. */
  readonly within?: { readonly text: string; readonly at: number }
}

export type Notify = (notice: Notice) => void

export interface NoticeOptions {
  readonly data?: Readonly<Record<string, unknown>>
  /** Where Falco's code is another than this code's usual one. */
  readonly falco?: string
}

export function noticeOf(
  code: FalcoCode,
  message: string,
  place: Place | undefined,
  { data = {}, falco }: NoticeOptions = {},
): Notice {
  return { code, falco: falco ?? falcoCodes[code], message, ...(place ? { place } : {}), data }
}

/** Ends the reading of one item: thrown by its parts, caught where items are read, and nowhere else. */
export class Refusal extends Error {
  readonly notice: Notice
  constructor(notice: Notice) {
    super(notice.message)
    this.notice = notice
  }
}

export function refuse(code: FalcoCode, message: string, place: Place | undefined, options?: NoticeOptions): never {
  throw new Refusal(noticeOf(code, message, place, options))
}
