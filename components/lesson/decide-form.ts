import { decideRequest, type RequestVerdict, type TriedPolicy } from './decide-request.ts'
import { readRequestForm } from './read-request-form.ts'
import type { RequestForm } from './request-form.ts'

/** Asks the policy about a request as it was typed: a verdict, or a sentence on what to put right. */
export function decideForm(tried: TriedPolicy, form: RequestForm): RequestVerdict | string {
  const request = readRequestForm(form)
  return typeof request === 'string' ? request : decideRequest(tried, request)
}
