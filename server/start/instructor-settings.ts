import { isIPv4 } from 'node:net'
import { StartupProblem } from './startup-problem.ts'

/** Fewer characters could be guessed. */
export const shortestToken = 16

/** `BREAKWATER_INSTRUCTOR_TOKEN`; undefined when it is not set. Throws a StartupProblem. */
export function instructorToken(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const token = environment.BREAKWATER_INSTRUCTOR_TOKEN?.trim()
  if (!token) return undefined
  if ([...token].length < shortestToken)
    throw new StartupProblem(
      `BREAKWATER_INSTRUCTOR_TOKEN is shorter than ${shortestToken} characters, so it could be guessed. Set a longer one, or none.`,
    )
  return token
}

/** Whether a server that is bound to this IP address is reached from its own machine alone. */
export function onlyHere(address: string): boolean {
  const inner = address.toLowerCase().replace(/^::ffff:/, '')
  return inner === '::1' || (isIPv4(inner) && inner.startsWith('127.'))
}
