import type { FalcoRule } from './rule-set.ts'

/** An entry of `append_output`: what it is for, and what it adds to the outputs of those rules. */
export interface AppendOutput {
  readonly match?: {
    readonly source?: string
    /** A rule must have all of them. */
    readonly tags?: readonly string[]
    readonly rule?: string
  }
  /** Text that is put behind a rule's output, and a blank between. */
  readonly extraOutput?: string
  /** Fields of the JSON form: by name alone, or a format under a name of its own. */
  readonly extraFields?: readonly { readonly name: string; readonly format?: string }[]
  /** The fields that the container plugin suggests. */
  readonly suggestedOutput?: boolean
}

/** What the falco.yaml that Falco ships with says. */
export const shippedAppendOutput: readonly AppendOutput[] = [{ suggestedOutput: true }]

/** The fields that the container plugin suggests for every output, in its order. */
const suggested = [
  ...['container.id', 'container.name', 'container.image.repository', 'container.image.tag'],
  ...['k8s.pod.name', 'k8s.ns.name'],
]

type Matched = Pick<FalcoRule, 'name' | 'tags'>

/** A rule's output with all that is put behind it, before Falco reads it. */
export function outputWith(output: string, rule: Matched, entries: readonly AppendOutput[]): string {
  const added = entries
    .filter(entry => isFor(entry, rule))
    .flatMap(({ extraOutput, suggestedOutput }) => [
      ...(extraOutput ? [extraOutput] : []),
      ...(suggestedOutput ? suggested.map(field => `${field.replaceAll('.', '_')}=%${field}`) : []),
    ])
  return [output, ...added].join(' ')
}

/** The extra fields of a rule's JSON form: name → format, and whether its values keep their type. */
export function extraFieldsFor(
  rule: Matched,
  entries: readonly AppendOutput[],
): ReadonlyMap<string, { readonly format: string; readonly isTyped: boolean }> {
  const fields = new Map<string, { format: string; isTyped: boolean }>()
  for (const { extraFields = [] } of entries.filter(entry => isFor(entry, rule)))
    for (const { name, format } of extraFields)
      fields.set(name, { format: format ?? `%${name}`, isTyped: format === undefined })
  return fields
}

function isFor({ match = {} }: AppendOutput, { name, tags }: Matched): boolean {
  const { source = '', tags: wanted = [], rule = '' } = match
  if (source !== '' && source !== 'syscall') return false
  return (rule === '' || rule === name) && wanted.every(tag => tags.includes(tag))
}
