import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { allowedHosts, requestRefusal } from './request-refusal.ts'

const allowed = allowedHosts('cks.example.org, Lab.Example ,', 'Anna-Laptop')
const status = (method: string, headers: IncomingHttpHeaders, url?: string) =>
  requestRefusal({ method, headers, url }, allowed)?.status

test.each([
  ['localhost', undefined],
  ['localhost:3000', undefined],
  ['LOCALHOST:3000', undefined],
  ['localhost.:3000', undefined],
  ['127.0.0.1:3000', undefined],
  ['192.168.1.20', undefined],
  ['[::1]:3000', undefined],
  ['[fe80::1]', undefined],
  ['anna-laptop:3000', undefined],
  ['anna-laptop.local:3000', undefined],
  ['cks.example.org', undefined],
  ['lab.example:8080', undefined],
  ['evil.example', 421],
  ['localhost.evil.example', 421],
  ['evil.example:3000', 421],
  ['127.0.0.1.evil.example', 421],
  ['[evil]', 421],
  ['::1', 421],
  ['localhost:3000:3000', 421],
  ['user@localhost', 421],
  ['', 421],
  [undefined, 421],
])('Host %j', (host, expected) => {
  expect(status('GET', host === undefined ? {} : { host })).toBe(expected)
})

test.each([
  ['POST', 'http://localhost:3000', undefined, undefined],
  ['POST', 'https://localhost:3000', undefined, undefined],
  ['POST', undefined, undefined, undefined],
  ['POST', undefined, 'same-origin', undefined],
  ['POST', undefined, 'cross-site', 403],
  ['POST', 'http://localhost:8080', undefined, 403],
  ['POST', 'http://evil.example', undefined, 403],
  ['POST', 'null', undefined, 403],
  ['POST', 'file://', undefined, 403],
  ['PUT', 'http://evil.example', undefined, 403],
  ['DELETE', 'http://evil.example', undefined, 403],
  ['OPTIONS', 'http://evil.example', undefined, 403],
  ['GET', 'http://evil.example', undefined, undefined],
  ['HEAD', 'http://evil.example', undefined, undefined],
])('%s from Origin %j, Sec-Fetch-Site %j', (method, origin, site, expected) => {
  const headers = { host: 'localhost:3000', origin, 'sec-fetch-site': site }
  expect(status(method, headers)).toBe(expected)
})

test.each([
  ['GET', undefined],
  ['HEAD', undefined],
  ['POST', undefined],
  ['PUT', undefined],
  ['PATCH', undefined],
  ['DELETE', undefined],
  ['OPTIONS', undefined],
  ['TRACE', 405],
  ['PROPFIND', 405],
  ['M-SEARCH', 405],
  ['get', 405],
])('the method %s', (method, expected) => {
  expect(status(method, { host: 'localhost' })).toBe(expected)
})

test('default ports are the same origin', () => {
  expect(status('POST', { host: 'cks.example.org', origin: 'https://cks.example.org' })).toBeUndefined()
  expect(status('POST', { host: 'cks.example.org:443', origin: 'https://cks.example.org' })).toBeUndefined()
})

test.each([
  [{ 'content-length': '0' }, undefined],
  [{ 'content-length': `${3 * 1024 * 1024}` }, undefined],
  [{ 'content-length': `${3 * 1024 * 1024 + 1}` }, 413],
  [{ 'content-length': '10000000' }, 413],
  [{ 'transfer-encoding': 'chunked' }, 411],
])('a body with %j', (headers, expected) => {
  expect(status('POST', { host: 'localhost', ...headers })).toBe(expected)
})

test.each([
  ['/labs/cks/audit-the-secrets?q=100%', undefined],
  ['/api/attempts/%00/terminal', undefined],
  ['/labs/%C3%A9', undefined],
  ['/labs/%ff', 400],
  ['/labs/100%', 400],
])('the address %s', (url, expected) => {
  expect(status('GET', { host: 'localhost' }, url)).toBe(expected)
})
