import 'server-only'
import { cookies } from 'next/headers'
import { instructorCookie, sameToken, signInstructor, verifyInstructor } from './instructor-cookie.ts'
import { instructors } from './instructors.ts'
import { learnerKey } from './learner-key.ts'

/** `everybody`: no one signs in. `in`, `out`: signed in or not. `closed`: there is no token, so nobody can. */
export type InstructorState = 'everybody' | 'in' | 'out' | 'closed'

export async function instructorState(): Promise<InstructorState> {
  // Asked for in any case, so that no page with the answer is made at build time.
  const cookie = (await cookies()).get(instructorCookie.name)?.value
  const { everybody, token } = instructors()
  if (everybody) return 'everybody'
  if (token === undefined) return 'closed'
  return verifyInstructor(cookie, token, learnerKey(), Date.now() / 1000) ? 'in' : 'out'
}

/** Whether whoever sent this request may do what an instructor may: by the address the server is bound to, else by a signed cookie. */
export async function isInstructor(): Promise<boolean> {
  const state = await instructorState()
  return state === 'everybody' || state === 'in'
}

/** Exchanges the token for the cookie; `often` when too many tried lately, right or wrong. For a server action. */
export async function signInAsInstructor(given: string): Promise<'in' | 'wrong' | 'often'> {
  const { token, guesses } = instructors()
  if (token === undefined) return 'wrong'
  if (!guesses.take('all')) return 'often'
  if (!sameToken(given.trim(), token)) return 'wrong'
  const { name, maxAge } = instructorCookie
  const value = signInstructor(Math.floor(Date.now() / 1000) + maxAge, token, learnerKey())
  ;(await cookies()).set(name, value, { httpOnly: true, sameSite: 'strict', path: '/', maxAge })
  return 'in'
}

/** Takes the cookie back. For a server action. */
export async function signOutAsInstructor(): Promise<void> {
  const jar = await cookies()
  jar.delete(instructorCookie.name)
}
