import { type FieldError, inJson, invalid } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { readResourceName } from './config.ts'
import type { Problem } from './validate.ts'

const withoutApi = ['apiserveripinfo', 'serviceipallocations', 'servicenodeportallocations']

/** What validation says of the names of one entry’s list. */
export function resourceProblems(names: readonly string[], at: FieldPath): readonly Problem[] {
  const whole = (detail: string): Problem => ({
    code: 'encryption-overlap',
    ...invalid(at, inJson(names), detail),
  })
  return [
    ...(hasDuplicate(names) ? [whole('the same resource cannot be specified multiple times')] : []),
    ...(hasOverlap(names)
      ? [
          whole(
            "using overlapping resources such as 'secrets' and '*.' in the same resource list is not allowed as they will be masked",
          ),
        ]
      : []),
    ...names.flatMap((name, index): readonly Problem[] => {
      const detail = nameDetail(name)
      if (detail === undefined) return []
      const error: FieldError = invalid(child(at, index), name, detail)
      return [{ code: 'encryption-resource-name', ...error }]
    }),
  ]
}

function hasDuplicate(names: readonly string[]): boolean {
  const read = names.map(name => JSON.stringify(readResourceName(name)))
  return new Set(read).size < read.length
}

/** A name beside one that covers it, or itself again where it covers. */
function hasOverlap(names: readonly string[]): boolean {
  if (names.length < 2) return false
  const read = names.map(readResourceName)
  const members = new Map<string, number>()
  for (const { group } of read) members.set(group, (members.get(group) ?? 0) + 1)
  return read.some(({ resource, group }) => resource === '*' && (group === '*' || (members.get(group) ?? 0) > 1))
}

function nameDetail(name: string): string | undefined {
  const { resource, group } = readResourceName(name)
  if (name.toLowerCase() !== name) return 'resource name should not contain capital letters'
  if (name === '*') return "use '*.' to encrypt all the resources from core API group or *.* to encrypt all resources"
  if (withoutApi.includes(name)) return 'resources which do not have REST API/s cannot be encrypted'
  if (group === 'events.k8s.io')
    return "'*.events.k8s.io' objects are stored using the 'events' API group in etcd. Use 'events' instead in the config file"
  if (group === 'extensions') return "'extensions' group has been removed and cannot be used for encryption"
  if (group === '*' && resource !== '*') return 'encrypting the same resource across groups is not supported'
  return undefined
}
