import type { Refused } from '#engine/grade/attempt-view.ts'
import type { Answer } from '../attempts/answer.ts'
import { says } from './read-json.ts'

const statuses: Readonly<Record<Refused['refused'], number>> = {
  conflict: 409,
  'not-found': 404,
  'too-large': 413,
  'too-many': 429,
  'not-due': 403,
  over: 403,
  invalid: 400,
  full: 507,
  unavailable: 503,
}

/** An act's answer over HTTP: what it gives, or its refusal with the status that fits. */
export function answerJson<T extends object>(answer: Answer<T>): Response {
  if (!answer.ok) return says(statuses[answer.refused], answer.say, answer.refused)
  const { ok: _, ...value } = answer
  return Response.json(value, { headers: { 'cache-control': 'no-store' } })
}
