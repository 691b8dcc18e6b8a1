import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export const instructorCookie = {
  name: 'breakwater_instructor',
  /** A day of teaching, in seconds. */
  maxAge: 12 * 60 * 60,
} as const

/**
 * The cookie's value: when it ends, in seconds since the epoch, and an HMAC-SHA256 over that and the token, in base64url.
 * With another token it is worth nothing.
 */
export function signInstructor(until: number, token: string, key: Uint8Array): string {
  return `${until}.${signature(until, token, key).toString('base64url')}`
}

/** Whether a cookie's value was signed here, with this token, and has not ended. `now` in seconds since the epoch. */
export function verifyInstructor(value: string | undefined, token: string, key: Uint8Array, now: number): boolean {
  const parts = /^(\d{1,12})\.([\w-]{43})$/.exec(value ?? '')
  if (parts === null) return false
  const [, until = '', given = ''] = parts
  const right = timingSafeEqual(Buffer.from(given, 'base64url'), signature(Number(until), token, key))
  return right && Number(until) > now
}

/** Compares in a time that tells nothing of where they differ, nor of the token's length. */
export function sameToken(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token))
}

function signature(until: number, token: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key)
    .update(`instructor ${until} ${digest(token).toString('hex')}`)
    .digest()
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
