import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const learnerCookie = {
  name: 'breakwater_learner',
  /** A year, in seconds. */
  maxAge: 365 * 24 * 60 * 60,
} as const

/** A new learner's id: 128 random bits. */
export function newLearner(): string {
  return randomBytes(16).toString('base64url')
}

/** The cookie's value: the id and its HMAC-SHA256, in base64url. */
export function signLearner(id: string, key: Uint8Array): string {
  return `${id}.${signature(id, key).toString('base64url')}`
}

/** The id in a cookie's value; undefined when it was forged or broken. */
export function verifyLearner(value: string | undefined, key: Uint8Array): string | undefined {
  const parts = /^([\w-]{22})\.([\w-]{43})$/.exec(value ?? '')
  if (parts === null) return undefined
  const [, id = '', given = ''] = parts
  return timingSafeEqual(Buffer.from(given, 'base64url'), signature(id, key)) ? id : undefined
}

function signature(id: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`learner ${id}`).digest()
}
