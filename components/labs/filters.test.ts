import { describe, expect, test } from 'vitest'
import { filtersInWords, labsHref, readFilters, type SearchParams } from './filters.ts'

const domains = ['system-hardening', 'monitoring']

const addresses: readonly { name: string; params: SearchParams; href: string; words: string }[] = [
  { name: 'nothing asked', params: {}, href: '/labs', words: '' },
  {
    name: 'everything asked',
    params: {
      q: ' etcd ',
      state: 'open',
      domain: 'monitoring',
      difficulty: ['hard', 'direct'],
      length: 'long',
      sort: 'shortest',
    },
    href: '/labs?q=etcd&state=open&domain=monitoring&difficulty=direct&difficulty=hard&length=long&sort=shortest',
    words: 'etcd, in progress, Monitoring, direct, hard, longer',
  },
  {
    name: 'all of a kind is the same as none',
    params: { difficulty: ['direct', 'careful', 'hard'], length: ['short', 'long'] },
    href: '/labs',
    words: '',
  },
  {
    name: 'what is not known is passed over',
    params: { state: 'lost', domain: 'etcd', difficulty: 'epic', length: ['x'], sort: 'colour', other: '1' },
    href: '/labs',
    words: '',
  },
  {
    name: 'the first of several counts',
    params: { q: ['a', 'b'], state: ['solved', 'open'] },
    href: '/labs?q=a&state=solved',
    words: 'a, solved',
  },
  {
    name: 'prototype keys are words like others',
    params: { state: '__proto__', q: 'constructor' },
    href: '/labs?q=constructor',
    words: 'constructor',
  },
]

describe('filters in the address', () => {
  test.each(addresses)('$name', ({ params, href, words }) => {
    const filters = readFilters(params, domains)
    expect(labsHref(filters)).toBe(href)
    expect(filtersInWords(filters, filters.domain && 'Monitoring')).toBe(words)
  })

  test('the address says the same when read again', () => {
    for (const { params } of addresses) {
      const filters = readFilters(params, domains)
      const query = new URL(labsHref(filters), 'http://localhost').searchParams
      const again = Object.fromEntries([...query.keys()].map(key => [key, query.getAll(key)]))
      expect(readFilters(again, domains)).toEqual(filters)
    }
  })

  test('a long search is cut', () => {
    expect(readFilters({ q: 'x'.repeat(5000) }, domains).q).toHaveLength(100)
  })
})
