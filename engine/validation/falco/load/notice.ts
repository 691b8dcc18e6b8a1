import type { Place } from '../mapped-text.ts'
import { type FalcoCode, falcoCodes } from './codes.ts'
import type { Context } from './context.ts'

/** Something that Falco, or we, have to say about a file that is being loaded. */
export interface Notice {
  /** A `FalcoCode`, or one of the YAML reader's. */
  readonly code: string
  /** Falco's own code; null where Falco says nothing. */
  readonly falco: string | null
  readonly message: string
  /** What Falco says, where that is something else: nothing, for one. */
  readonly told?: string
  /** Where a person should look. */
  readonly place?: Place
  readonly data: Readonly<Record<string, unknown>>
  /** Where Falco says that it is; undefined where Falco says nothing. */
  readonly context?: Context
}

export type Notify = (notice: Notice) => void

export interface NoticeOptions {
  readonly data?: Readonly<Record<string, unknown>>
  /** Where Falco's code is another than this code's usual one. */
  readonly falco?: string
  readonly place?: Place | undefined
}

export function noticeOf(
  code: FalcoCode,
  message: string,
  context: Context | undefined,
  { data = {}, falco, place }: NoticeOptions = {},
): Notice {
  const told = falco ?? falcoCodes[code]
  return { code, falco: told, message, ...(place ? { place } : {}), data, ...(context && { context }) }
}

/** Ends the reading of one item: thrown by its parts, caught where items are read, and nowhere else. */
export class Refusal extends Error {
  readonly notice: Notice
  constructor(notice: Notice) {
    super(notice.message)
    this.notice = notice
  }
}

export function refuse(code: FalcoCode, message: string, context: Context, options?: NoticeOptions): never {
  throw new Refusal(noticeOf(code, message, context, options))
}
