import { describe, expect, test } from 'vitest'
import { curriculum, parseCurriculum } from './curriculum.ts'

describe('the curriculum', () => {
  test('has six domains that make up the whole exam', async () => {
    const { domains } = await curriculum()
    expect(domains.map(it => [it.number, it.slug, it.weight])).toEqual([
      [1, 'cluster-setup', 15],
      [2, 'cluster-hardening', 15],
      [3, 'system-hardening', 10],
      [4, 'microservice-vulnerabilities', 20],
      [5, 'supply-chain', 20],
      [6, 'monitoring', 20],
    ])
  })

  test('has 26 competencies, each slug once', async () => {
    const slugs = (await curriculum()).domains.flatMap(it => it.competencies.map(({ slug }) => slug))
    expect(slugs).toHaveLength(26)
    expect(new Set(slugs).size).toBe(26)
  })

  test('refuses a key that it does not know', () => {
    const text = 'document: https://example.org\ndomains:\n  - { slug: a, titel: A, weight: 100, competencies: [] }\n'
    expect(() => parseCurriculum(text)).toThrow(/titel/)
  })
})
