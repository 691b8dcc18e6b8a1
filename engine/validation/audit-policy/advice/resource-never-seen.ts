import { type BuiltInResource, builtIn, builtInResources } from '../built-in-resources.ts'
import type { GroupResources } from '../policy.ts'
import type { Advice, Advise } from './rule.ts'

const groups = new Set(builtInResources.map(({ group }) => group))

/**
 * Resources are compared as they stand in a URL: lower case, plural, in the group that serves them. Only groups of a plain
 * cluster are looked into, for others may be served by something that was installed.
 */
export const resourceNeverSeen: Advise = ({ rules }) =>
  rules.flatMap(({ resources }, index) =>
    resources.flatMap((entry, i): readonly Advice[] => {
      const path = ['rules', index, 'resources', i]
      const group = wrongGroup(entry)
      if (group) return [{ ...group, path: [...path, 'group'] }]
      return entry.resources.flatMap((spec, j) => {
        const message = groups.has(entry.group) ? wrongSpec(spec, entry.group) : undefined
        if (!message) return []
        return { code: 'resource-never-seen', path: [...path, 'resources', j], message, data: { resource: spec } }
      })
    }),
  )

function wrongGroup({ group }: GroupResources): Omit<Advice, 'path'> | undefined {
  if (groups.has(group) || group.includes('.') || group === 'extensions') return undefined
  const meant = [...groups].find(each => each.startsWith(`${group}.`))
  const remedy = meant ? `Write ${meant}.` : 'Write "" for the core group, which pods and secrets are in.'
  const message = `No API group is called "${group}", so this matches nothing. ${remedy}`
  return { code: 'group-never-seen', message, data: { group } }
}

function wrongSpec(spec: string, group: string): string | undefined {
  const [resource = '', subresource, ...rest] = spec.split('/')
  if (spec === '*/*') return '"*/*" matches nothing. Write "*", which takes resources and their subresources.'
  if (resource === '*' && rest.length === 0) return undefined
  const known = builtIn(resource, group)
  if (known) return wrongSubresource(known, subresource)
  const elsewhere = builtIn(resource)
  if (elsewhere)
    return `${resource} are served by ${shown(elsewhere.group)}, not by ${shown(group)}. Name them under that group.`
  const meant = builtInResources.find(each => isMeant(each, resource))
  const parent = builtInResources.find(each => each.group === group && each.subresources.includes(resource))
  if (!meant && parent && subresource === undefined)
    return `"${resource}" is a subresource, so this matches nothing. Write it behind its resource: ${parent.resource}/${resource}.`
  const remedy = meant ? `Write ${meant.resource}.` : 'Write it as it stands in a URL: lower case and plural.'
  return `No resource of ${shown(group)} is called "${resource}", so this matches nothing. ${remedy}`
}

function wrongSubresource({ resource, subresources }: BuiltInResource, subresource?: string): string | undefined {
  if (subresource === undefined || subresource === '*' || subresources.includes(subresource)) return undefined
  const have = subresources.length === 0 ? 'It has none.' : `It has ${subresources.join(', ')}.`
  return `${resource} have no subresource "${subresource}", so this matches nothing. ${have}`
}

function isMeant({ resource, shortNames, kind }: BuiltInResource, word: string): boolean {
  const lower = word.toLowerCase()
  return resource === lower || kind.toLowerCase() === lower || shortNames.includes(lower)
}

function shown(group: string): string {
  return group === '' ? 'the core group' : `group ${group}`
}
