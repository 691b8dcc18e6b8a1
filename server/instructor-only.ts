import 'server-only'
import { says } from './http/read-json.ts'
import { isInstructor } from './instructor.ts'

/** The answer to who is no instructor; undefined for who is one. */
export async function instructorOnly(): Promise<Response | undefined> {
  if (await isInstructor()) return undefined
  return says(403, 'Only an instructor can do this. Sign in as one first.', 'not-due')
}
