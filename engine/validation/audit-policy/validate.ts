import type { Path } from '../../yaml/range.ts'
import { levels, stages } from './policy.ts'
import type { RawPolicy, RawRule } from './raw-policy.ts'

/** One error of the API server's validation: its whole line, and where it is. */
export interface Invalid {
  readonly code:
    | 'bad-stage'
    | 'no-level'
    | 'bad-level'
    | 'bad-path'
    | 'bad-group'
    | 'names-without-resource'
    | 'paths-and-resources'
  readonly path: Path
  readonly message: string
}

/** `ValidatePolicy` of k8s.io/apiserver/pkg/apis/audit/validation, in its order and its words. */
export function validate(policy: RawPolicy): readonly Invalid[] {
  return [...badStages(policy.omitStages, [], ''), ...policy.rules.flatMap(validateRule)]
}

function validateRule(rule: RawRule, index: number): readonly Invalid[] {
  const field = `rules[${index}]`
  return [
    ...badLevel(rule, field),
    ...rule.nonResourceURLs.flatMap((url, i) =>
      badUrl(url, [...rule.path, 'nonResourceURLs', i], `${field}.nonResourceURLs[${i}]`),
    ),
    ...badResources(rule, field),
    ...badStages(rule.omitStages, rule.path, `${field}.`),
    ...mixed(rule, field),
  ]
}

function badLevel({ level, path }: RawRule, field: string): readonly Invalid[] {
  if (level === '') return [{ code: 'no-level', path: [...path, 'level'], message: `${field}.level: Required value` }]
  if (levels.some(known => known === level)) return []
  const supported = levels.map(quoted).join(', ')
  const message = `${field}.level: Unsupported value: ${quoted(level)}: supported values: ${supported}`
  return [{ code: 'bad-level', path: [...path, 'level'], message }]
}

function badUrl(url: string, path: Path, field: string): readonly Invalid[] {
  if (url === '*') return []
  const found: Invalid[] = []
  const say = (detail: string) =>
    found.push({ code: 'bad-path', path, message: `${field}: Invalid value: ${quoted(url)}: ${detail}` })
  if (!url.startsWith('/')) say("non-resource URL rules must begin with a '/' character")
  if (url.slice(0, -1).includes('*')) say("non-resource URL wildcards '*' must be the final character of the rule")
  return found
}

function badResources({ resources }: RawRule, field: string): readonly Invalid[] {
  return resources.flatMap(({ group, resources, resourceNames, path }): Invalid[] => {
    const found: Invalid[] = []
    const faults = group === '' ? [] : subdomainFaults(group)
    if (faults.length > 0) {
      const message = `${field}.resources.group: Invalid value: ${quoted(group)}: ${faults.join(',')}`
      found.push({ code: 'bad-group', path: [...path, 'group'], message })
    }
    if (resourceNames.length > 0 && resources.length === 0) {
      const message = `${field}.resources.resourceNames: Invalid value: ${list(resourceNames)}: using resourceNames requires at least one resource`
      found.push({ code: 'names-without-resource', path: [...path, 'resourceNames'], message })
    }
    return found
  })
}

function badStages(given: readonly string[], path: Path, prefix: string): readonly Invalid[] {
  return given.flatMap((stage, i): Invalid[] => {
    if (stages.some(known => known === stage)) return []
    const message = `${prefix}omitStages[${i}]: Invalid value: ${quoted(stage)}: allowed stages are ${stages.join(',')}`
    return [{ code: 'bad-stage', path: [...path, 'omitStages', i], message }]
  })
}

function mixed(rule: RawRule, field: string): readonly Invalid[] {
  if (rule.nonResourceURLs.length === 0 || (rule.resources.length === 0 && rule.namespaces.length === 0)) return []
  const message = `${field}.nonResourceURLs: Invalid value: ${list(rule.nonResourceURLs)}: rules cannot apply to both regular resources and non-resource URLs`
  return [{ code: 'paths-and-resources', path: [...rule.path, 'nonResourceURLs'], message }]
}

const subdomain = '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*'
const wholeSubdomain = new RegExp(`^${subdomain}$`)

/** `IsDNS1123Subdomain` of k8s.io/apimachinery. */
function subdomainFaults(text: string): readonly string[] {
  const faults: string[] = []
  if (new TextEncoder().encode(text).length > 253) faults.push('must be no more than 253 characters')
  if (!wholeSubdomain.test(text))
    faults.push(
      `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${subdomain}')`,
    )
  return faults
}

/** Go's `%q`: printable characters stay. */
export function quoted(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '"': '\\"',
    '\\': '\\\\',
    '\n': '\\n',
    '\t': '\\t',
    '\r': '\\r',
    '\x07': '\\a',
    '\b': '\\b',
    '\f': '\\f',
    '\v': '\\v',
  }
  const shown = [...text].map(character => {
    const code = character.codePointAt(0) ?? 0
    if (named[character]) return named[character]
    if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`
    if (!/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character))
      return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
    return character
  })
  return `"${shown.join('')}"`
}

/** A list of strings as Go's JSON encoder writes it, which escapes what HTML might take amiss. */
function list(items: readonly string[]): string {
  return JSON.stringify(items).replace(
    /[<>&\u2028\u2029]/g,
    found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
