import { expect, test } from 'vitest'
import { pathRefusal, textRefusal } from './file-path.ts'

test.each([
  ['/etc/kubernetes/audit/policy.yaml', undefined],
  ['/', undefined],
  ['/a b/ä.yaml', undefined],
  ['/..data/__proto__', undefined],
  ['etc/passwd', 'invalid'],
  ['', 'invalid'],
  ['/etc/../etc/passwd', 'invalid'],
  ['/../../etc/passwd', 'invalid'],
  ['/etc/./passwd', 'invalid'],
  ['/etc//passwd', 'invalid'],
  ['/etc/', 'invalid'],
  ['/etc/pass\0wd', 'invalid'],
  [`/${'a'.repeat(255)}`, undefined],
  [`/${'a'.repeat(256)}`, 'invalid'],
  [`/${'a/'.repeat(3000)}a`, 'too-large'],
])('%j', (path, expected) => {
  expect(pathRefusal(path)?.refused).toBe(expected)
})

test.each([
  ['apiVersion: v1\r\n', undefined],
  ['\uFEFFkind: Policy', undefined],
  ['', undefined],
  ['a\0b', 'invalid'],
  ['\uD800', 'invalid'],
  ['x'.repeat(1024 * 1024), undefined],
  ['x'.repeat(1024 * 1024 + 1), 'too-large'],
  ['ä'.repeat(512 * 1024 + 1), 'too-large'],
])('text %#', (text, expected) => {
  expect(textRefusal(text)?.refused).toBe(expected)
})
