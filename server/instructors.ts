import { createTokenBuckets, type TokenBuckets } from './token-bucket.ts'

/** Who is an instructor here: decided when the server has bound its address, never by what a request says. */
export interface Instructors {
  /** Bound to loopback: everybody who reaches it. */
  readonly everybody: boolean
  /** `BREAKWATER_INSTRUCTOR_TOKEN`; without one nobody can sign in. */
  readonly token?: string
  readonly guesses: TokenBuckets
}

const nobody: Instructors = { everybody: false, guesses: { take: () => false } }
const name = Symbol.for('breakwater.instructors')
const shelf = globalThis as typeof globalThis & { [name]?: Instructors }

/** The server says it once, before its first request. Route bundles are modules of their own, so it lies on `globalThis`. */
export function appointInstructors(who: { readonly everybody: boolean; readonly token?: string }): void {
  // Of the whole server, for whoever guesses can be somebody new each time.
  shelf[name] = { ...who, guesses: createTokenBuckets({ rate: 1 / 6, burst: 10 }) }
}

/** Nobody, as long as nothing was said. */
export function instructors(): Instructors {
  return shelf[name] ?? nobody
}
