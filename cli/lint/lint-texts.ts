import { loadFurther } from '#engine/validation/further.ts'
import { artefactKinds, type NamedText } from '#engine/validation/kinds.ts'
import { type Part, partsOf } from '#engine/validation/parts.ts'
import type { Finding } from '#engine/yaml/finding.ts'
import { hostPath, orderedPath } from './host-path.ts'
import type { GivenText, LintedFile, UnreadFile } from './result.ts'

export interface LintHow {
  /** The id of the kind of every file, whatever they say themselves. */
  readonly kind?: string | undefined
  /** What is read before every file of a kind whose files are read in an order. */
  readonly after: readonly GivenText[]
}

export interface Linted {
  readonly files: readonly LintedFile[]
  readonly unread: readonly UnreadFile[]
}

/** Reads every text as the component does that it is for. Never throws. */
export async function lintTexts(given: readonly GivenText[], { kind, after }: LintHow): Promise<Linted> {
  const all = new Map(given.map(it => [it.path, it.text]))
  const forced = artefactKinds.find(({ id }) => id === kind)
  const files: (LintedFile & { readonly path: string })[] = []
  const unread: UnreadFile[] = []
  const stoodOn = new Set<string>()
  for (const { name, path, text } of given) {
    const parts = forced ? [{ kind: forced, text }] : partsOf(text, hostPath(path).path)
    if (parts.length === 0) {
      unread.push({ name, reason: 'unknown-kind', message: noKind(name) })
      continue
    }
    try {
      const found = await Promise.all(parts.map(part => read(part, path, all, after, stoodOn)))
      const findings = found.flat().toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
      files.push({ name, path, text, kinds: parts.map(part => part.kind.id), findings })
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault)
      const message = `${name} could not be read to its end, which is a fault of Breakwater (${why}). Please report it.`
      unread.push({ name, reason: 'unreadable', message })
    }
  }
  return {
    files: files.map(({ path, findings, ...file }) => ({
      ...file,
      findings: stoodOn.has(path) ? findings.filter(({ code }) => !unused.includes(code)) : findings,
    })),
    unread,
  }
}

/** What a file defines may be used in those that stand on it, which its own reading does not see. */
const unused = ['falco-unused-macro', 'falco-unused-list']

async function read(
  { kind, text }: Part,
  path: string,
  all: ReadonlyMap<string, string>,
  after: readonly GivenText[],
  stoodOn: Set<string>,
): Promise<readonly Finding[]> {
  const reader = await kind.load()
  if (!kind.before) {
    const further = await loadFurther(kind.id)
    const laid = hostPath(path).path
    return [...reader.read(text, laid, []), ...(further?.(text, laid) ?? [])]
  }
  const place = orderedPath(kind, path)
  const earlier: NamedText[] = kind.before(place.path).flatMap(of => {
    const found = all.get(place.here(of))
    if (found === undefined) return []
    stoodOn.add(place.here(of))
    return [{ path: of, text: found }]
  })
  const taken = [place.path, ...earlier.map(it => it.path)]
  const first = after
    .map(it => ({ path: hostPath(it.path).path, text: it.text }))
    .filter(it => !taken.includes(it.path))
  return reader.read(text, place.path, [...first, ...earlier])
}

function noKind(name: string): string {
  return `Neither the text of ${name} nor its place tells what kind of file it is. If it is of one that “breakwater lint --help” lists, name that with --kind.`
}
