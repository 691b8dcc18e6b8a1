import { expect, test } from 'vitest'
import { pagePolicy } from './page-policy.ts'

const hashes = { '/': ['home', 'both'], '/_not-found': ['gone', 'both'] }
const scripts = (path: string, dev = false) =>
  pagePolicy(path, 'NONCE', { hashes, dev })
    .policy.split('; ')
    .find(part => part.startsWith('script-src'))

test.each([
  ['/', "script-src 'self' 'sha256-home' 'sha256-both' 'sha256-gone'"],
  ['/labs/cks/x', "script-src 'self' 'sha256-gone' 'sha256-both' 'nonce-NONCE'"],
  ['/__proto__', "script-src 'self' 'sha256-gone' 'sha256-both' 'nonce-NONCE'"],
  ['constructor', "script-src 'self' 'sha256-gone' 'sha256-both' 'nonce-NONCE'"],
])('%s', (path, expected) => {
  expect(scripts(path)).toBe(expected)
})

test('only a page without hashes of its own gets a nonce', () => {
  expect(pagePolicy('/', 'N', { hashes, dev: false }).nonce).toBe(false)
  expect(pagePolicy('/labs', 'N', { hashes, dev: false }).nonce).toBe(true)
})

test('evaluated code is allowed in development only, and nothing foreign ever', () => {
  expect(scripts('/labs', true)).toContain("'unsafe-eval'")
  const { policy } = pagePolicy('/labs', 'N', { hashes, dev: false })
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
  expect(policy).toContain("frame-ancestors 'none'")
})
