import type { Binding, Subject, User } from './objects.ts'

/** A binding, and the first of its subjects that someone is. */
export interface BoundSubject {
  readonly binding: Binding
  readonly subject: number
}

interface Entry extends BoundSubject {
  /** Of the binding, in the list. */
  readonly order: number
}

/** The bindings of one namespace, or those of the whole cluster, under the names that they hold. */
interface Shelf {
  readonly users: Map<string, Entry[]>
  readonly groups: Map<string, Entry[]>
}

/**
 * Files bindings under the users and groups that they name. Gives the bindings that bear on a user in a namespace (`''`:
 * none), those of the cluster first, each in the order of the list.
 */
export function indexSubjects(
  bindings: readonly Binding[],
): (user: User, namespace: string) => readonly BoundSubject[] {
  const shelves = new Map<string, Shelf>()
  bindings.forEach((binding, order) => {
    const isOfCluster = binding.kind === 'ClusterRoleBinding'
    if (!isOfCluster && binding.namespace === '') return
    const { users, groups } = shelfOf(shelves, isOfCluster ? '' : binding.namespace)
    binding.subjects.forEach((each, subject) => {
      const entry = { binding, subject, order }
      const user = userNamed(each, binding)
      if (each.kind === 'Group') file(groups, each.name, entry)
      else if (user !== undefined) file(users, user, entry)
    })
  })
  return (user, namespace) => {
    const ofCluster = boundOn(shelves.get(''), user)
    return namespace === '' ? ofCluster : [...ofCluster, ...boundOn(shelves.get(namespace), user)]
  }
}

function boundOn(shelf: Shelf | undefined, { user, groups }: User): readonly Entry[] {
  if (!shelf) return []
  const found: Entry[] = []
  const add = (entries: readonly Entry[] | undefined) => {
    for (const entry of entries ?? []) found.push(entry)
  }
  add(shelf.users.get(user))
  for (const group of groups) add(shelf.groups.get(group))
  if (found.length < 2) return found
  found.sort((a, b) => a.order - b.order || a.subject - b.subject)
  return found.filter((entry, index) => entry.order !== found[index - 1]?.order)
}

/** The user that a subject is; undefined for a group and for a ServiceAccount whose namespace nobody says. */
export function userNamed({ kind, name, namespace }: Subject, binding: Binding): string | undefined {
  if (kind === 'User') return name
  const inNamespace = namespace || binding.namespace
  return kind === 'ServiceAccount' && inNamespace !== '' ? `system:serviceaccount:${inNamespace}:${name}` : undefined
}

function shelfOf(shelves: Map<string, Shelf>, namespace: string): Shelf {
  const known = shelves.get(namespace)
  if (known) return known
  const made: Shelf = { users: new Map(), groups: new Map() }
  shelves.set(namespace, made)
  return made
}

function file(shelf: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = shelf.get(key)
  if (entries) entries.push(entry)
  else shelf.set(key, [entry])
}
