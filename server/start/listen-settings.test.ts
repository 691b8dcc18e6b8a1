import { expect, test } from 'vitest'
import { listenProblem, listenSettings, shownUrl } from './listen-settings.ts'

test.each([
  [{}, 'http://localhost:3000'],
  [{ PORT: '8080' }, 'http://localhost:8080'],
  [{ PORT: '', HOST: '' }, 'http://localhost:3000'],
  [{ HOST: '0.0.0.0' }, 'http://localhost:3000'],
  [{ HOST: '192.168.1.20' }, 'http://192.168.1.20:3000'],
  [{ HOST: 'fe80::1' }, 'http://[fe80::1]:3000'],
  [{ HOST: 'cks.example.org', PORT: '80' }, 'http://cks.example.org:80'],
])('%j listens at %s', (environment, expected) => {
  expect(shownUrl(listenSettings(environment))).toBe(expected)
})

test.each([
  [{ PORT: 'abc' }, 'PORT is “abc”, which is no port. Set it to a number from 1 to 65535.'],
  [{ PORT: '70000' }, 'PORT is “70000”, which is no port. Set it to a number from 1 to 65535.'],
  [{ PORT: '-1' }, 'PORT is “-1”, which is no port. Set it to a number from 1 to 65535.'],
  [{ HOST: 'http://x' }, 'HOST is “http://x”, which is no address. Set it to an IP address or a host name.'],
])('%j is refused', (environment, sentence) => {
  expect(() => listenSettings(environment)).toThrow(sentence)
})

test.each([
  ['EADDRINUSE', 'Port 3000 is taken. Stop what uses it, or choose another: PORT=3001 npm start'],
  ['EACCES', 'Port 3000 may not be used by this user. Choose one above 1023: PORT=3000 npm start'],
  ['ENOTFOUND', 'HOST mars is no address of this machine. Leave it out, or set it to 0.0.0.0.'],
  ['EPIPE', undefined],
])('%s', (code, sentence) => {
  expect(listenProblem(code, { port: 3000, host: 'mars' })?.message).toBe(sentence)
})
