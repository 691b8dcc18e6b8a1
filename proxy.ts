import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NextRequest, NextResponse } from 'next/server'
import { learnerCookie, newLearner, signLearner, verifyLearner } from '#server/learner-cookie.ts'
import { learnerKey } from '#server/learner-key.ts'
import { pagePolicy } from '#server/page-policy.ts'

const dev = process.env.NODE_ENV !== 'production'
let hashes: Readonly<Record<string, readonly string[]>> | undefined

/** Before a page: its Content-Security-Policy, and a learner for who comes for the first time. */
export function proxy(request: NextRequest): NextResponse {
  // What a build left behind says nothing of pages that are made as they are asked for.
  hashes ??= dev ? {} : readHashes()
  const nonce = randomBytes(16).toString('base64')
  const page = pagePolicy(request.nextUrl.pathname, nonce, { hashes, dev })
  const headers = new Headers(request.headers)
  headers.delete('content-security-policy')
  headers.delete('x-nonce')
  if (page.nonce) {
    // Next takes the nonce for its own scripts from here.
    headers.set('content-security-policy', page.policy)
    headers.set('x-nonce', nonce)
  }
  const key = learnerKey()
  const known = verifyLearner(request.cookies.get(learnerCookie.name)?.value, key)
  const value = known === undefined ? signLearner(newLearner(), key) : undefined
  if (value !== undefined) {
    // The page that is made now already knows its learner.
    request.cookies.set(learnerCookie.name, value)
    headers.set('cookie', request.cookies.toString())
  }
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', page.policy)
  if (value !== undefined) {
    const { name, maxAge } = learnerCookie
    response.cookies.set(name, value, { httpOnly: true, sameSite: 'lax', path: '/', maxAge })
    // A cache on the way must not hand this cookie to others.
    response.headers.set('cache-control', 'private, no-store')
  }
  return response
}

/** Written after the build; without it every page is taken for one that is made per request. */
function readHashes(): Readonly<Record<string, readonly string[]>> {
  try {
    return JSON.parse(readFileSync(join(process.cwd(), '.next', 'csp-hashes.json'), 'utf8'))
  } catch {
    return {}
  }
}

export const config = { matcher: ['/((?!api/|_next/|.*\\.(?:svg|ico|png|woff2|txt|js|json|ttf)$).*)'] }
