/** A request as a reader of the lesson gives it: `get`, `secrets/db`, `jane`, `prod`. An empty namespace is none. */
export interface RequestForm {
  readonly verb: string
  readonly what: string
  readonly user: string
  readonly namespace: string
}

export const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'] as const

/** `get secrets/db jane prod; list nodes admin` → requests, each of up to four words. */
export function shortRequests(text: string): readonly RequestForm[] {
  return text.split(';').flatMap(piece => {
    const [verb = '', what = '', user = '', namespace = ''] = piece.trim().split(/\s+/)
    return verb === '' ? [] : [{ verb, what, user, namespace }]
  })
}
