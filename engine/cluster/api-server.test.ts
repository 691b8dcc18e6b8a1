import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { linesOf } from '../yaml/place.ts'
import { type AuditLog, apiServer } from './api-server.ts'
import { configured } from './fixtures/configured.ts'

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      flags: z.array(z.string()).default([]),
      mounts: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      replace: z.record(z.string(), z.string()).default({}),
      files: z.record(z.string(), z.record(z.string(), z.string())).default({}),
      is: z.enum(['answers', 'undecided', 'kubelet', 'container']),
      /** What is said when it does not run, and the line it is blamed on. */
      words: z.string().optional(),
      line: z.string().optional(),
      policy: z.string().optional(),
      log: z.string().optional(),
      flag: z.record(z.string(), z.string()).default({}),
    }),
  )
  .parse(parse(readFileSync(join(import.meta.dirname, 'fixtures/api-server.yaml'), 'utf8')))

test.each(cases)('$name', ({ is, words, line, policy, log, flag, ...changes }) => {
  const server = apiServer(configured(changes))
  const { running } = server
  const failure = 'answers' in running && !running.answers ? running.failure : undefined
  expect('undecided' in running ? 'undecided' : (failure?.seenIn ?? 'answers'), failure?.words).toBe(is)
  expect(failure?.words).toBe(words)
  if (line !== undefined && failure) {
    const place = failure.range && linesOf(failure.text, failure.range).line
    expect(failure.text.split('\n')[(place ?? 0) - 1]?.trim()).toBe(line)
  }
  expect(server.auditPolicy?.file).toBe(policy)
  expect(server.auditLog && shown(server.auditLog)).toBe(log)
  for (const [name, value] of Object.entries(flag)) expect(server.flags.get(name)?.value).toBe(value)
})

function shown(log: AuditLog): string {
  if (log.on === 'output') return 'output'
  return `${log.on} ${log.on === 'host' ? log.file : log.path}`
}
