import type { Happening, Happenings } from '../cluster/events/happening.ts'
import { readHappening } from '../cluster/events/read-happening.ts'
import { nearestName } from '../validation/nearest-name.ts'
import { linesOf } from '../yaml/place.ts'
import type { Path } from '../yaml/range.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { kinds } from './kinds.ts'
import type { Check } from './lab.ts'
import { type LabYaml, labSchema } from './lab-schema.ts'
import type { PackFinding } from './lab-source.ts'
import { lineOf } from './line-of.ts'
import { type SchemaSentence, schemaSentences } from './schema-sentence.ts'

const file = 'lab.yaml'
/** No lab needs more checks, and nobody reads more faults at once. */
const most = { checks: 60, faults: 50 }

/** Reads `lab.yaml` with a variant filled in. `probes` are those that checks may name. */
export function readLabYaml(
  text: string,
  probes: ReadonlyMap<string, string>,
): { lab?: LabYaml; checks: readonly Check[]; happenings: Happenings; findings: readonly PackFinding[] } {
  const { documents, findings } = readYaml(text)
  const document = documents[0]
  const broken = findings.filter(({ severity }) => severity === 'error')
  if (!document || broken.length > 0)
    return {
      checks: [],
      happenings: none,
      findings: broken.map(({ code, message, range }) => ({
        code,
        file,
        message,
        ...(range && { line: linesOf(text, range).line }),
      })),
    }
  const say = ({ path, key, message }: SchemaSentence): PackFinding => ({
    code: key ? 'unknown-key' : 'lab-schema',
    file,
    message,
    ...lineOf(text, document, path),
  })
  const problems = schemaSentences(labSchema, document.value)
    .slice(0, most.faults)
    .map(problem => say(withKinds(problem)))
  const parsed = labSchema.safeParse(document.value)
  if (!parsed.success) return { checks: [], happenings: none, findings: problems }

  if (parsed.data.checks.length > most.checks) {
    const message = `A lab has at most ${most.checks} checks.`
    return { checks: [], happenings: none, findings: [say({ path: ['checks', most.checks], key: false, message })] }
  }
  const found: PackFinding[] = []
  const checks: Check[] = []
  for (const [index, written] of parsed.data.checks.entries()) {
    const path = ['checks', index]
    const named = [...kinds.keys()].filter(key => Object.hasOwn(written, key))
    const fault = (message: string, at: Path = path) => found.push(say({ path: at, key: false, message }))
    if (checks.some(({ id }) => id === written.id)) fault(`Two checks have the id \`${written.id}\`.`)
    const [name, another] = named
    const kind = kinds.get(name ?? '')
    const { id, title, points, guard = false, say: own } = written
    const check = { id, title, points, guard, kind: name ?? '', ...(own && { say: own }) }
    if (name === undefined || another !== undefined || !kind) {
      fault(`Check \`${written.id}\` needs one kind: ${[...kinds.keys()].join(', ')}.`)
      checks.push({ ...check, expectation: [] })
      continue
    }
    const value: unknown = Reflect.get(written, name)
    const asked: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (asked.length === 0) fault(`\`${name}\` asks nothing: the list is empty.`, [...path, name])
    for (const [at, one] of asked.entries()) {
      const below = Array.isArray(value) ? [...path, name, at] : [...path, name]
      const wrong = schemaSentences(kind.schema, one, below)
      found.push(...wrong.map(say))
      if (wrong.length === 0) for (const it of kind.faults(one, probes)) fault(it.message, [...below, ...it.path])
    }
    checks.push({ ...check, expectation: asked })
  }
  const happenings = happeningsOf(parsed.data.events ?? {}, (path, message) => {
    found.push(say({ path, key: false, message }))
  })
  return { lab: parsed.data, checks, happenings, findings: found }
}

const none: Happenings = new Map()

function happeningsOf(
  written: Readonly<Record<string, readonly unknown[]>>,
  fault: (path: Path, message: string) => void,
): Happenings {
  return new Map(
    Object.entries(written).map(([host, events]) => {
      const read = events.flatMap((event, index): readonly Happening[] => {
        const { value, findings } = readHappening(event, ['events', host, index])
        for (const { path, message } of findings) fault(path, message)
        return value ? [value] : []
      })
      return [host, read] as const
    }),
  )
}

/** An unknown key of a check may be a kind that is not there. */
function withKinds(problem: SchemaSentence): SchemaSentence {
  const [root, , key, more] = problem.path
  if (!problem.key || root !== 'checks' || typeof key !== 'string' || more !== undefined) return problem
  const near = nearestName(key, [...kinds.keys(), 'id', 'title', 'points', 'guard', 'say'])
  return near
    ? problem
    : { ...problem, message: `Unknown key \`${key}\`. Kinds of check: ${[...kinds.keys()].join(', ')}.` }
}
