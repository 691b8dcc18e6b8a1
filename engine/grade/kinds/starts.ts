import { z } from 'zod'
import { containerStarts } from '../../validation/seccomp/starts.ts'
import { defineKind } from '../kind.ts'
import { allOf, miss, pass, ungraded } from '../outcomes.ts'
import type { Outcome } from '../report.ts'
import { type FilterInForce, filtersInForce, whichFilter, whichFilterFaults } from '../seccomp-in-force.ts'

/**
 * `starts: { profile: profiles/web.json, noNewPrivileges: true }` or `starts: { of: pod/web, in: shop }`: the runtime can
 * start a container under the filter. For a pod, `noNewPrivileges` is what its containers say.
 */
export const starts = defineKind({
  schema: z
    .strictObject({
      ...whichFilter,
      noNewPrivileges: z
        .boolean()
        .optional()
        .describe('Whether the container may not gain privileges. A Pod says it itself.'),
    })
    .describe('Whether the runtime can start a container under a seccomp profile.'),
  faults: expectation => [
    ...whichFilterFaults(expectation),
    ...(expectation.of !== undefined && expectation.noNewPrivileges !== undefined
      ? [
          {
            path: ['noNewPrivileges'],
            message: "A pod's own `allowPrivilegeEscalation` decides. Take `noNewPrivileges` out.",
          },
        ]
      : []),
  ],
  grade: (expectation, context) =>
    allOf(filtersInForce(expectation, context).map(filter => started(filter, expectation.noNewPrivileges ?? false))),
})

function started(filter: FilterInForce, noNewPrivileges: boolean): Outcome {
  if (filter.is === 'undecided') return ungraded(filter.why)
  if (filter.is === 'none') return pass('A container starts.')
  if (filter.is === 'stopped')
    return miss(filter.say, {
      pairs: [{ label: 'The reason', value: filter.words, tone: 'got' }],
      ...(filter.decidedBy && { decidedBy: filter.decidedBy }),
    })
  const start = containerStarts(filter.compiled, { noNewPrivileges: noNewPrivileges || filter.noNewPrivileges })
  if ('undecided' in start) return ungraded(start.undecided)
  if (start.starts) return pass('A container starts under it.')
  return miss('No container can start under it.', {
    pairs: [
      ...(start.missing === undefined ? [] : [{ label: 'It is refused', value: start.missing, tone: 'got' as const }]),
      {
        label: 'The reason',
        value: start.message ?? 'the runtime needs this call before the program begins',
        tone: 'got',
      },
    ],
  })
}
