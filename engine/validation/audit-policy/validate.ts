import { every, type FieldError, inJson, invalid, notSupported, required } from '../kubernetes/field-error.ts'
import { at, child, type FieldPath, printedAs, wholeObject } from '../kubernetes/field-path.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import { levels, stages } from './policy.ts'
import type { RawPolicy, RawRule } from './raw-policy.ts'

/** One error of the API server's validation. */
export interface Invalid extends FieldError {
  readonly code:
    | 'bad-stage'
    | 'no-level'
    | 'bad-level'
    | 'bad-path'
    | 'bad-group'
    | 'names-without-resource'
    | 'paths-and-resources'
}

/** `ValidatePolicy` of k8s.io/apiserver/pkg/apis/audit/validation, in its order and its words. */
export function validate(policy: RawPolicy): readonly Invalid[] {
  return [
    ...badStages(policy.omitStages, wholeObject),
    ...policy.rules.flatMap((rule, index) => validateRule(rule, at('rules', index))),
  ]
}

function validateRule(rule: RawRule, place: FieldPath): readonly Invalid[] {
  return [
    ...badLevel(rule, child(place, 'level')),
    ...rule.nonResourceURLs.flatMap((url, i) => badUrl(url, child(place, 'nonResourceURLs', i))),
    ...badResources(rule, child(place, 'resources')),
    ...badStages(rule.omitStages, place),
    ...mixed(rule, child(place, 'nonResourceURLs')),
  ]
}

function badLevel({ level }: RawRule, place: FieldPath): readonly Invalid[] {
  if (level === '') return [{ code: 'no-level', ...required(place) }]
  if (levels.some(known => known === level)) return []
  return [{ code: 'bad-level', ...notSupported(place, inJson(level), levels) }]
}

function badUrl(url: string, place: FieldPath): readonly Invalid[] {
  if (url === '*') return []
  const begins = "non-resource URL rules must begin with a '/' character"
  const ends = "non-resource URL wildcards '*' must be the final character of the rule"
  const complaints = [...(url.startsWith('/') ? [] : [begins]), ...(url.slice(0, -1).includes('*') ? [ends] : [])]
  return every(place, url, complaints).map(error => ({ code: 'bad-path', ...error }))
}

/** What it prints has no index. */
function badResources({ resources }: RawRule, list: FieldPath): readonly Invalid[] {
  return resources.flatMap(({ group, resources, resourceNames }, i): Invalid[] => {
    const found: Invalid[] = []
    const of = (field: string) => printedAs(child(list, i, field), child(list, field).field)
    const faults = group === '' ? [] : subdomainErrors(group)
    if (faults.length > 0) found.push({ code: 'bad-group', ...invalid(of('group'), group, faults.join(',')) })
    if (resourceNames.length > 0 && resources.length === 0) {
      const detail = 'using resourceNames requires at least one resource'
      const error = invalid(of('resourceNames'), inJson(resourceNames), detail)
      found.push({ code: 'names-without-resource', ...error })
    }
    return found
  })
}

function badStages(given: readonly string[], parent: FieldPath): readonly Invalid[] {
  const detail = `allowed stages are ${stages.join(',')}`
  return given.flatMap((stage, i): Invalid[] => {
    if (stages.some(known => known === stage)) return []
    return [{ code: 'bad-stage', ...invalid(child(parent, 'omitStages', i), stage, detail) }]
  })
}

function mixed(rule: RawRule, place: FieldPath): readonly Invalid[] {
  if (rule.nonResourceURLs.length === 0 || (rule.resources.length === 0 && rule.namespaces.length === 0)) return []
  const detail = 'rules cannot apply to both regular resources and non-resource URLs'
  return [{ code: 'paths-and-resources', ...invalid(place, inJson(rule.nonResourceURLs), detail) }]
}
