import type { z } from 'zod'
import { readBytes } from './read-bytes.ts'

/** A request's body after parsing, or the answer to give instead. */
export type ReadJson<T> = { readonly value: T } | { readonly response: Response }

/** The largest body of these routes, in bytes. */
const atMost = 64 * 1024

/** Reads a small JSON body: 415 for another type, 413 beyond 64 KiB, 400 for what does not fit the schema. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<ReadJson<T>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return { response: says(415, 'This takes application/json.') }
  const text = (await readBytes(request, atMost))?.toString('utf8')
  if (text === undefined) return { response: says(413, 'This is larger than 64 KiB, so it was not taken.') }
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    if (parsed.success) return { value: parsed.data }
    const [issue] = parsed.error.issues
    return { response: says(400, `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'does not fit'}`) }
  } catch {
    return { response: says(400, 'The body is no JSON.') }
  }
}

/** A refusal as these routes send it. */
export function says(status: number, say: string, refused = 'invalid'): Response {
  return Response.json({ refused, say }, { status, headers: { 'cache-control': 'no-store' } })
}
