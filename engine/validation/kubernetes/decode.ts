import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { JsonNode } from '../../yaml/go/json.ts'
import type { Path, Range } from '../../yaml/range.ts'

/**
 * Decodes JSON (or YAML, which `readGoYaml` makes JSON of) into Go types as Kubernetes does: its values, its zero values,
 * its errors, word by word.
 *
 * The types are data. They are built with `decode-types.ts` (structs, lists, maps, pointers, texts, numbers) and
 * `decode-values.ts` (durations, quantities, ports, times), and TypeScript knows from them what comes out:
 *
 *     const subject = struct('v1.Subject', { kind: text(), apiGroup: text(), name: text(), namespace: text() })
 *     const binding = struct('v1.RoleBinding', { ...typeMeta, metadata: objectMeta, subjects: list(subject) })
 *     type Binding = Decoded<typeof binding> // { readonly subjects: readonly { readonly kind: string … }[], … }
 *
 *     const reading = readGoYaml(fileText)
 *     if ('refused' in reading) … // the YAML is broken: Go's words
 *     const { value, error, strict } = decode(binding, reading.node)
 *     if (error) … // `json: cannot unmarshal number into Go struct field Subject.subjects.name of type string`
 *     const words = strictWords(reading.duplicates, strict) // `strict decoding error: unknown field "subject"`
 *
 * Names of fields are those of the JSON, and of types those that Go prints: `v1.Subject`, `v1.Protocol`. The fields of a
 * struct that is embedded in another are spread with `embedded('VolumeSource', { … })`: errors name it, unknown fields do
 * not. Whether the text is decoded as JSON or YAML is told by `readObject`, which does all of the above.
 *
 * Every problem has a `path`, and a `range` where the node has one, so that findings can point.
 */
export function decode<T>(
  type: GoType<T>,
  node: JsonNode,
  { ignoresCase = false }: { readonly ignoresCase?: boolean } = {},
): DecodeResult<T> {
  const decoding: Decoding = { ignoresCase, wrong: [], strict: [], seen: new Set() }
  try {
    const value = type.read(node, root, decoding, type.zero())
    const [error] = decoding.wrong
    return { value, ...(error && { error }), wrong: decoding.wrong, strict: decoding.strict }
  } catch (thrown) {
    if (!(thrown instanceof Aborted)) throw thrown
    return { value: type.zero(), error: thrown.problem, wrong: [...decoding.wrong, thrown.problem], strict: [] }
  }
}

export interface DecodeResult<T> {
  /** What could be decoded; Go's zero values elsewhere. Go itself throws it away where there is an error. */
  readonly value: T
  /** The one error that Go tells. */
  readonly error?: DecodeProblem
  /** All errors of types, of which Go tells the first. */
  readonly wrong: readonly DecodeProblem[]
  /** Fields that the type does not know, and fields that stand twice. Errors only where decoding is strict. */
  readonly strict: readonly DecodeProblem[]
}

export interface DecodeProblem {
  readonly code: 'wrong-type' | 'bad-value' | 'unknown-field' | 'duplicate-field'
  readonly path: Path
  /** Of the value; of the key where the field is what is wrong. */
  readonly range: Range
  /** Go's words. */
  readonly message: string
}

/** A type of Go, and what JavaScript has in its place. */
export interface GoType<T> {
  /** As Go prints it: `v1.PolicyRule`, `[]string`, `int32`. */
  readonly goName: string
  /** Structs that the field stands in by being embedded, from the outside in. */
  readonly via?: readonly string[]
  /** What it is made of; a text, a number or a type that decodes itself says nothing. */
  readonly shape?: TypeShape
  zero(): T
  /** `before` is what stands there already: an object that stands twice is decoded into what the first one left. */
  read(node: JsonNode, place: Place, decoding: Decoding, before: T): T
  /** The same of what `JSON.parse` gives, where nothing is to be told of it; `unfit` for everything that needs `read`. */
  readonly quick?: (given: unknown) => T | Unfit
}

export const unfit: unique symbol = Symbol('unfit')
export type Unfit = typeof unfit

/** How a type is put together, for those that write its values (`encode.ts`). */
export type TypeShape =
  | { readonly kind: 'struct'; readonly fields: Readonly<Record<string, GoType<unknown>>> }
  | { readonly kind: 'list' | 'map' | 'pointer'; of(): GoType<unknown> }

/** What a type decodes into. */
export type Decoded<Type> = Type extends GoType<infer T> ? T : never

/** Where decoding is. What it is called is put together only when something is told of it: `pathOf`. */
export interface Place {
  /** What it stands in; undefined for the root. */
  readonly outer: Place | undefined
  readonly step: string | number
  /** The struct that the field belongs to, without its package. */
  readonly struct: string | undefined
  /** What it adds to the names of fields that errors tell: nothing for an index or the key of a map. */
  readonly named: string
}

const root: Place = { outer: undefined, step: '', struct: undefined, named: '' }

export function pathOf(place: Place): Path {
  const path: (string | number)[] = []
  for (let here = place; here.outer; here = here.outer) path.push(here.step)
  return path.reverse()
}

/** Names of fields from the root, without indexes and keys of maps. */
function trailOf(place: Place): string {
  const names: string[] = []
  for (let here = place; here.outer; here = here.outer) if (here.named !== '') names.push(here.named)
  return names.reverse().join('.')
}

export interface Decoding {
  readonly ignoresCase: boolean
  readonly wrong: DecodeProblem[]
  readonly strict: DecodeProblem[]
  readonly seen: Set<string>
}

/** Notes that a value is of another type; decoding goes on. */
export function wrongType(
  node: JsonNode,
  place: Place,
  decoding: Decoding,
  goName: string,
  found = kindOf(node),
): void {
  decoding.wrong.push(problem('wrong-type', node.range, place, typeWords(found, place, goName)))
}

/** Ends the decoding: what a type that decodes itself says of a value, Go says of the whole. */
export function abort(node: JsonNode, place: Place, message: string): never {
  throw new Aborted(problem('bad-value', node.range, place, message))
}

/** The same for a value of another type than the one that is decoded by itself. */
export function abortOfType(node: JsonNode, place: Place, goName: string, found = kindOf(node)): never {
  throw new Aborted(problem('wrong-type', node.range, place, typeWords(found, place, goName)))
}

/** Notes a field that is not known, or is there already; equal ones once, a hundred at most. */
export function notStrict(
  code: 'unknown-field' | 'duplicate-field',
  range: Range,
  place: Place,
  { strict, seen }: Decoding,
): void {
  const path = pathOf(place)
  const message = `${code === 'unknown-field' ? 'unknown' : 'duplicate'} field ${goQuoted(fieldText(path))}`
  if (seen.has(message) || strict.length >= mostStrict) return
  seen.add(message)
  strict.push({ code, path, range, message })
}

const mostStrict = 100

/** `rules[0].resources[1].verbs` */
export function fieldText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')
}

/** What Go calls a JSON value in its errors. */
export function kindOf({ kind }: JsonNode): string {
  return kind
}

function typeWords(found: string, place: Place, goName: string): string {
  const { struct } = place
  const trail = trailOf(place)
  const into = struct === undefined && trail === '' ? 'Go value' : `Go struct field ${struct ?? ''}.${trail}`
  return `json: cannot unmarshal ${found} into ${into} of type ${goName}`
}

function problem(code: DecodeProblem['code'], range: Range, place: Place, message: string): DecodeProblem {
  return { code, path: pathOf(place), range, message }
}

class Aborted extends Error {
  readonly problem: DecodeProblem

  constructor(problem: DecodeProblem) {
    super(problem.message)
    this.problem = problem
  }
}
