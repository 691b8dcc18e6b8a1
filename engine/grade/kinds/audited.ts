import { z } from 'zod'
import type { ApiServer, PolicyInForce } from '../../cluster/api-server.ts'
import { compileAuditPolicy } from '../../validation/audit-policy/evaluate.ts'
import { eventsFor } from '../../validation/audit-policy/events.ts'
import { describeRequest } from '../../validation/audit-policy/explain.ts'
import { levels, stages } from '../../validation/audit-policy/policy.ts'
import { type AuditRequest, readAuditRequest } from '../../validation/audit-policy/request.ts'
import type { Path } from '../../yaml/range.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { apiServerDown, notTried } from '../api-server-down.ts'
import { askedRequest } from '../asked-request.ts'
import { defineKind, type Fault } from '../kind.ts'
import { allOf, miss, pass, ungraded } from '../outcomes.ts'
import { firstLineOf, placeOf } from '../place-of.ts'
import type { CounterExample, DecidedBy, Outcome } from '../report.ts'
import { absolutePath, probePath } from '../schema-parts.ts'

const wanted = z.looseObject({
  level: z.enum(levels),
  /** All stages at which the request is to be written. */
  stages: z.array(z.enum(stages)).min(1).optional(),
})

interface Asked {
  readonly request: AuditRequest
  readonly level: (typeof levels)[number]
  readonly stages?: readonly string[] | undefined
}

/**
 * `audited: { requests: [{ get: secrets/db, user: jane, in: prod, level: Metadata }], log: /var/log/audit.log }`:
 * what the audit policy in force writes of each request, and where on the host the log lies.
 */
export const audited = defineKind({
  schema: z
    .strictObject({
      requests: z
        .union([z.array(askedRequest).min(1), probePath])
        .optional()
        .meta({
          description: 'The requests that are tried, with what has to be written of each; or a file with the list.',
          examples: [[{ get: 'secrets/db', in: 'prod', level: 'Metadata' }], 'probes/requests.yaml'],
        }),
      log: absolutePath
        .optional()
        .meta({ description: 'Where on the host the log has to lie.', examples: ['/var/log/kubernetes/audit.log'] }),
    })
    .describe('What the API server writes of requests, by the audit policy that its manifest names and mounts.'),
  faults({ requests, log }, probes) {
    if (requests === undefined && log === undefined)
      return [{ path: [], message: '`audited` asks nothing. Give `requests`, `log` or both.' }]
    return requests === undefined ? [] : readAsked(requests, probes).faults
  },
  grade({ requests, log }, context) {
    const server = context.apiServer()
    const down = apiServerDown(server, notTried) ?? notAudited(server)
    if (down) return down
    if (!server.auditPolicy) return ungraded('no audit policy was found')
    const { asked, faults } = readAsked(requests ?? [], context.probes)
    if (faults[0]) return ungraded(faults[0].message)
    const parts: Outcome[] = []
    if (asked.length > 0) parts.push(decided(server.host, server.auditPolicy, asked))
    if (log !== undefined) parts.push(written(server, log))
    return allOf(parts)
  },
})

function readAsked(
  requests: string | readonly unknown[],
  probes: ReadonlyMap<string, string>,
): { asked: readonly Asked[]; faults: readonly Fault[] } {
  let entries: readonly unknown[]
  let path: Path = ['requests']
  if (typeof requests === 'string') {
    const text = probes.get(requests)
    const value = text === undefined ? undefined : readYaml(text).documents[0]?.value
    if (!Array.isArray(value))
      return { asked: [], faults: [{ path, message: `\`${requests}\` holds no list of requests.` }] }
    entries = value
    path = []
  } else entries = requests
  const asked: Asked[] = []
  const faults: Fault[] = []
  for (const [index, entry] of entries.entries()) {
    const at = typeof requests === 'string' ? ['requests'] : [...path, index]
    const parsed = wanted.safeParse(entry)
    if (!parsed.success) {
      faults.push({
        path: at,
        message: `Request ${index + 1} needs a \`level\`: ${levels.join(', ')}; \`stages\` is a list of ${stages.join(', ')}.`,
      })
      continue
    }
    const { level, stages: at_, ...shorthand } = parsed.data
    const { value: request, findings } = readAuditRequest(shorthand, at)
    faults.push(...findings.map(({ path, message }) => ({ path: typeof requests === 'string' ? at : path, message })))
    if (request) asked.push({ request, level, stages: at_ })
  }
  return { asked, faults }
}

/** A miss when nothing at all is audited. */
function notAudited(server: ApiServer): Outcome | undefined {
  const { pod, command, host, auditPolicy, auditLog } = server
  if (auditPolicy && auditLog) return undefined
  const flag = auditPolicy ? '--audit-log-path' : '--audit-policy-file'
  const place = pod && command ? placeOf({ host, path: pod.file, text: pod.text }, command) : undefined
  return miss('Nothing is audited.', {
    pairs: [{ label: 'It runs without', value: flag, tone: 'got' }],
    decidedBy: {
      text: `No word of the command sets \`${flag}\`.`,
      ...(place && { place, lit: `runs without ${flag}` }),
    },
  })
}

function decided(host: string, { file, text, policy }: PolicyInForce, asked: readonly Asked[]): Outcome {
  const decide = compileAuditPolicy(policy)
  const examples: CounterExample[] = []
  for (const { request, level, stages } of asked) {
    const decision = decide(request)
    const events = eventsFor(decision, request)
    const got = events.length === 0 ? 'None' : decision.level
    const bodiless = (level === 'Request' || level === 'RequestResponse') && !events.includes('ResponseComplete')
    const staged = stages !== undefined && [...stages].sort().join() !== [...events].sort().join()
    if (got === level && !bodiless && (!staged || level === 'None')) continue
    const silent = decision.level !== 'None' && events.length === 0
    const withStages = got === level
    examples.push({
      pairs: [
        { label: 'Request', value: describeRequest(request) },
        {
          label: 'It is logged',
          value: silent ? 'not at all: every stage is left out' : said(got, withStages ? events : undefined),
          tone: 'got',
        },
        {
          label: 'Task asks',
          value: said(level, withStages ? (stages ?? ['ResponseComplete']) : undefined),
          tone: 'want',
        },
      ],
      decidedBy: decidedBy(
        { host, path: file, text },
        policy.rules.length,
        decision,
        request,
        laterRule(policy, decision.rule, request, level),
      ),
    })
  }
  const [count, all] = [examples.length, asked.length]
  if (count === 0) return pass(`${all} of ${all} requests ${all === 1 ? 'is' : 'are'} logged as asked.`)
  return miss(`${count} of ${all} requests tried ${count === 1 ? 'shows' : 'show'} the difference:`, ...examples)
}

function said(level: string, at: readonly string[] | undefined): string {
  const shown = level === 'None' ? 'not at all' : level
  return at && at.length > 0 ? `${shown}, at ${at.join(' and ')}` : shown
}

/** A rule after the deciding one that would have logged the request as asked. */
function laterRule(
  policy: PolicyInForce['policy'],
  rule: number,
  request: AuditRequest,
  level: string,
): number | undefined {
  if (rule < 0) return undefined
  const decision = compileAuditPolicy({ ...policy, rules: policy.rules.slice(rule + 1) })(request)
  return decision.rule >= 0 && decision.level === level ? rule + 1 + decision.rule : undefined
}

function decidedBy(
  file: { readonly host: string; readonly path: string; readonly text: string },
  rules: number,
  { rule, range }: ReturnType<ReturnType<typeof compileAuditPolicy>>,
  request: AuditRequest,
  later: number | undefined,
): DecidedBy {
  const none = rules === 1 ? 'The only rule does not match.' : `None of the ${rules} rules matches.`
  if (rule < 0) return { text: `${none} A request that no rule matches is not logged.` }
  const never = later === undefined ? '' : `, so rule ${later + 1} is never asked`
  const text = `Rule ${rule + 1} matches first${never}.`
  return range ? { text, place: firstLineOf(file, range), lit: `decides ${describeRequest(request)}` } : { text }
}

function written({ host, auditLog }: ApiServer, log: string): Outcome {
  if (auditLog?.on === 'host' && auditLog.file === log) return pass(`The log is written to \`${log}\` on ${host}.`)
  const where =
    auditLog?.on === 'host'
      ? auditLog.file
      : auditLog?.on === 'output'
        ? "the container's output"
        : `${auditLog?.path ?? ''}, inside the container only`
  return miss(`The log does not reach \`${log}\` on ${host}.`, {
    pairs: [
      { label: 'It is written to', value: where, tone: 'got' },
      { label: 'Task asks', value: log, tone: 'want' },
    ],
  })
}
