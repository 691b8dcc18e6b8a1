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

/** Files bindings under the users and groups that they name. Gives, for a user, the bindings in the order of the list. */
export function indexSubjects(bindings: readonly Binding[]): (user: User) => readonly BoundSubject[] {
  const users = new Map<string, Entry[]>()
  const groups = new Map<string, Entry[]>()
  bindings.forEach((binding, order) => {
    binding.subjects.forEach((each, subject) => {
      const entry = { binding, subject, order }
      const user = userNamed(each, binding)
      if (each.kind === 'Group') file(groups, each.name, entry)
      else if (user !== undefined) file(users, user, entry)
    })
  })
  return ({ user, groups: own }) => {
    const found = [...(users.get(user) ?? []), ...own.flatMap(group => groups.get(group) ?? [])]
    found.sort((a, b) => a.order - b.order || a.subject - b.subject)
    return found.filter((entry, index) => entry.order !== found[index - 1]?.order)
  }
}

/** The user that a subject is; undefined for a group and for a ServiceAccount whose namespace nobody says. */
export function userNamed({ kind, name, namespace }: Subject, binding: Pick<Binding, 'namespace'>): string | undefined {
  if (kind === 'User') return name
  const inNamespace = namespace || binding.namespace
  return kind === 'ServiceAccount' && inNamespace !== '' ? `system:serviceaccount:${inNamespace}:${name}` : undefined
}

function file(shelf: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = shelf.get(key)
  if (entries) entries.push(entry)
  else shelf.set(key, [entry])
}
