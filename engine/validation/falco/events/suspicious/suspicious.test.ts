import { describe, expect, it } from 'vitest'
import { readFalcoEvent } from '../read-event.ts'
import type { ActionScope } from './action.ts'
import { fireAction, shorthandsOf, suspiciousActions } from './fire.ts'

const scopes: readonly ActionScope[] = [
  { where: 'host' },
  { where: 'container', name: 'web', image: 'docker.io/library/nginx:1.29', pod: 'web', ns: 'shop' },
]

describe.each(suspiciousActions())('$name', action => {
  it('is told in full where it makes sense, and nowhere else', () => {
    expect(action.where).not.toEqual([])
    for (const scope of scopes) {
      const findings = shorthandsOf(action, scope).flatMap(each => readFalcoEvent(each).findings)
      expect(findings).toEqual([])
      expect(fireAction(action, scope).length).toBe(action.where.includes(scope.where) ? action.events.length : 0)
    }
  })

  it('is a sentence', () => {
    expect(action.meaning).toMatch(/^[A-Z`].*\.$/)
    expect(action.name).toMatch(/^[A-Z][A-Za-z0-9]+$/)
  })
})

it('has names that differ', () => {
  const names = suspiciousActions().map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
