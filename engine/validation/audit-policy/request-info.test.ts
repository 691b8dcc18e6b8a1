import { expect, test } from 'vitest'
import { requestInfo } from './request-info.ts'

test.each([
  ['/api/v1/pods?fieldSelector=metadata.name%3Dweb', { name: 'web', verb: 'list' }],
  // What cannot be read takes the other parameters with it.
  ['/api/v1/pods?fieldSelector=metadata.name%3Dweb&labelSelector=a+in+b', { name: '', verb: 'list' }],
  ['/api/v1/namespaces/a%C3%A9%FF/pods', { namespace: 'aé\ufffd' }],
  ['/api/v1/watch', { error: 'unable to determine kind and namespace from url, /api/v1/watch' }],
  ['/apis/é/v1/proxy', { error: 'unable to determine kind and namespace from url, /apis/%C3%A9/v1/proxy' }],
])('what %s asks for', (uri, expected) => {
  expect(requestInfo('GET', uri)).toMatchObject(expected)
})
