import { expect, test } from 'vitest'
import { z } from 'zod'
import { readAuditRequest, requestVerbs } from '../validation/audit-policy/request.ts'
import { actionNames } from '../validation/falco/events/actions/table.ts'
import { readFalcoEvent } from '../validation/falco/events/read-event.ts'
import { askedCall, readAskedCall } from './asked-call.ts'
import { askedEvent } from './asked-event.ts'
import { askedRequest } from './asked-request.ts'

/** What editors are told of requests, events and system calls has to be what their readers take. */
const property = z.looseObject({ examples: z.array(z.unknown()).optional(), enum: z.array(z.unknown()).optional() })
const shape = z.looseObject({ properties: z.record(z.string(), property).default({}), examples: z.array(z.unknown()) })
const list = z.looseObject({ anyOf: z.array(shape.partial()), examples: z.array(z.unknown()) })

test('requests', () => {
  const { properties, examples } = shape.parse(askedRequest.meta())
  const { level: _, stages: __, ...read } = properties
  const on = { get: 'widgets/a', in: 'prod', group: 'example.com' }
  for (const [key, { examples: own = [] }] of Object.entries(read)) {
    const asked = (value: unknown) =>
      requestVerbs.includes(key) ? [{ [key]: value, in: 'prod' }, { [key]: value }] : [{ ...on, [key]: value }]
    // Not every verb takes every example: some name one thing, some none, some a path.
    const taken = own.filter(value => asked(value).some(it => readAuditRequest(it).findings.length === 0))
    expect(taken.length, key).toBeGreaterThan(0)
  }
  for (const example of examples) {
    const { level: _, ...request } = z.looseObject({ level: z.string() }).parse(example)
    expect(readAuditRequest(request).findings).toEqual([])
  }
})

test('events', () => {
  const { anyOf, examples } = list.parse(askedEvent.meta())
  const [named, map] = anyOf
  for (const it of [...examples, ...z.array(z.unknown()).parse(named?.enum)])
    expect(readFalcoEvent(it).findings).toEqual([])
  const beside: Readonly<Record<string, object>> = {
    to: { rename: '/bin/ls' },
    rename: { to: '/tmp/ls' },
    args: { exec: '/bin/sh' },
    from: { connect: '1.2.3.4:443' },
    proto: { connect: '1.2.3.4:443' },
    symlink: { to: '/etc/shadow' },
    link: { to: '/etc/passwd' },
    mount: { on: '/mnt' },
    permissions: { chmod: '/tmp/x' },
    owner: { chown: '/tmp/x' },
    at: { accept: '203.0.113.9:55555' },
    name: { connect: '1.2.3.4:443' },
    data: { send: '1.2.3.4:53' },
    onto: { dup: '1.2.3.4:4444' },
    on: { mount: '/dev/sda1' },
    type: { mount: '/dev/sda1', on: '/mnt' },
    of: { ptrace: 'PTRACE_ATTACH' },
    signal: { kill: 'nginx' },
  }
  const needMore = ['rename', 'symlink', 'link', 'mount']
  for (const [key, { examples: own, enum: words }] of Object.entries(map?.properties ?? {}))
    for (const value of own ?? words ?? [true]) {
      const event = {
        ...(actionNames.includes(key) && !needMore.includes(key)
          ? {}
          : (beside[key] ?? { open: '/tmp/x', container: 'web' })),
        [key]: value,
      }
      expect(readFalcoEvent(event).findings, key).toEqual([])
    }
})

test('system calls', () => {
  for (const example of list.parse(askedCall.meta()).examples) expect(readAskedCall(example, [])).toHaveProperty('call')
})
