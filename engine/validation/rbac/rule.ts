import type { Action, PolicyRule } from './objects.ts'

/** Compiles a rule into a function that says whether it allows an action. There are no patterns but those told here. */
export function compileRule(rule: PolicyRule): (action: Action) => boolean {
  const hasVerb = oneOf(rule.verbs, '*')
  const hasGroup = oneOf(rule.apiGroups, '*')
  const hasResource = resourceIn(rule.resources)
  const hasName = rule.resourceNames.length === 0 ? () => true : oneOf(rule.resourceNames)
  const hasPath = pathIn(rule.nonResourceURLs)
  return action =>
    hasVerb(action.verb) &&
    (action.resourceRequest
      ? hasGroup(action.apiGroup) && hasResource(action) && hasName(action.name)
      : hasPath(action.path))
}

/** `any` is the word that stands for all. */
function oneOf(words: readonly string[], any?: string): (word: string) => boolean {
  if (any !== undefined && words.includes(any)) return () => true
  const set = new Set(words)
  return word => set.has(word)
}

// `*` is everything, with subresources; `*/log` is a subresource of everything; `pods/*` matches nothing.
function resourceIn(resources: readonly string[]): (action: Action) => boolean {
  if (resources.includes('*')) return () => true
  const set = new Set(resources)
  return ({ resource, subresource }) =>
    subresource === '' ? set.has(resource) : set.has(`${resource}/${subresource}`) || set.has(`*/${subresource}`)
}

function pathIn(urls: readonly string[]): (path: string) => boolean {
  const takes = urls.map(takenPaths)
  return path => takes.some(takesPath => takesPath(path))
}

/** The paths, or other rules' URLs, that a rule's URL takes: stars at its end stand for whatever follows. */
export function takenPaths(url: string): (path: string) => boolean {
  let end = url.length
  while (url[end - 1] === '*') end--
  if (end === url.length) return path => path === url
  const beginning = url.slice(0, end)
  return path => path.startsWith(beginning)
}
