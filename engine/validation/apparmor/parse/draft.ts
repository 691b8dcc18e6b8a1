import type { Profile, Rule } from '../policy.ts'

/** A profile as it was read: variables are not filled in, and names are as written. */
export interface Draft extends Pick<Profile, 'mode' | 'audit' | 'flags' | 'kind' | 'place'> {
  readonly name: string
  readonly namespace?: string
  readonly attachment?: string
  readonly disconnectedPath?: string
  readonly body: Body
  readonly unheld: readonly string[]
}

/** What a block holds. */
export interface Body {
  readonly rules: Rule[]
  readonly children: Draft[]
  /** Of the children. */
  readonly names: Set<string>
}
