import { readAuditPolicy } from '#engine/validation/audit-policy/read.ts'
import { CodeLine } from './code-lines.tsx'
import { decideForm } from './decide-form.ts'
import { triedPolicy } from './decide-request.ts'
import { highlight } from './highlight.ts'
import { shortRequests } from './request-form.ts'
import { TryRequestsLive } from './try-requests-live.tsx'

interface TryRequestsProps {
  /** The policy's file name, and its text. */
  readonly name: string
  readonly text: string
  /** `get secrets/db jane prod; list nodes admin`: those offered. The first is asked. */
  readonly requests: string
}

/**
 * Try a request against an audit policy. The policy is read here, so the browser gets it as data and needs no YAML; the
 * first answer is in the page, and the decider comes with the next question.
 */
export async function TryRequests({ name, text, requests }: TryRequestsProps) {
  const { value } = readAuditPolicy(text)
  if (!value) return null
  const tried = triedPolicy(value, text)
  const offered = shortRequests(requests)
  const first = offered[0] && decideForm(tried, offered[0])
  const lines = await highlight(text.trimEnd(), 'yaml')
  return (
    <TryRequestsLive
      name={name.replace(/^.*\//, '')}
      tried={tried}
      lines={lines.map((tokens, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file never change places
        <CodeLine key={at} tokens={tokens} />
      ))}
      requests={offered}
      first={typeof first === 'string' ? undefined : first}
    />
  )
}
