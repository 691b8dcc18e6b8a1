import { expect, test } from 'vitest'
import { readUrl } from './url.ts'

const nothing = { scheme: '', host: '', path: '', hasUser: false, query: '', fragment: '' }

test.each([
  [
    'HTTPS://ann:pw@there:1/a%2Fb?q=%zz#f',
    { scheme: 'https', host: 'there:1', path: '/a%2Fb', hasUser: true, query: 'q=%zz', fragment: 'f' },
  ],
  ['unix:run/%zz', { scheme: 'unix', path: 'run/%zz' }],
  ['unix:///run/a', { scheme: 'unix', path: '/run/a' }],
  ['///a', { path: '///a' }],
  ['http://<"a">', { scheme: 'http', host: '<"a">' }],
  ['tcp://a:b:1', { scheme: 'tcp', host: 'a:b:1' }],
  ['https://a:b:1', { scheme: 'https', host: 'a:b:1' }],
  ['http://%C3%A9', { scheme: 'http', host: '%C3%A9' }],
])('%s is read', (text, expected) => {
  expect(readUrl(text)).toEqual({ ...nothing, ...expected })
})

test.each([
  ['https://a{b#c', 'parse "https://a{b": invalid character "{" in host name'],
  ['https://a%41', 'parse "https://a%41": invalid URL escape "%41"'],
  ['https://a%4', 'parse "https://a%4": invalid URL escape "%4"'],
  ['https://a:1:b', 'parse "https://a:1:b": invalid port ":b" after host'],
  ['https://a[::1]', 'parse "https://a[::1]": invalid IP-literal'],
  ['https://[::1', `parse "https://[::1": missing ']' in host`],
  ['https://a b@c', 'parse "https://a b@c": net/url: invalid userinfo'],
  ['a:', undefined],
  ['1:', 'parse "1:": first path segment in URL cannot contain colon'],
  [':a', 'parse ":a": missing protocol scheme'],
  ['/a#%zz', 'parse "/a#%zz": invalid URL escape "%zz"'],
  ['/\x01', 'parse "/\\x01": net/url: invalid control character in URL'],
])('what Go says of %s', (text, error) => {
  const read = readUrl(text)
  expect('error' in read ? read.error : undefined).toBe(error)
})
