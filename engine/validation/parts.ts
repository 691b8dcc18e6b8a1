import { limit } from '../yaml/limits.ts'
import { type ArtefactKind, artefactKinds, kindOf } from './kinds.ts'
import { outline } from './outline.ts'

/** What one reader is given of a file: its own documents at their places, blank lines for the others. */
export interface Part {
  readonly kind: ArtefactKind
  readonly text: string
}

/**
 * The kinds of a file, and what each of them reads. Most files are of one kind and are read whole, as the component does.
 * Documents of several kinds in one file are each read as what they say they are.
 *
 * @param path where the file lies on a host
 */
export function partsOf(text: string, path: string): readonly Part[] {
  const documents = text.split(/^(?=---(?:\s|$))/m)
  const named = documents.length > limit.documents ? [] : documents.map(namedKind)
  const kinds = [...new Set(named)].filter(kind => kind !== undefined)
  if (kinds.length > 1) {
    const only = (kind: ArtefactKind) => documents.map((it, at) => (named[at] === kind ? it : blank(it))).join('')
    return kinds.map(kind => ({ kind, text: only(kind) }))
  }
  const kind = kindOf(outline(text), path)
  return kind ? [{ kind, text }] : []
}

function namedKind(document: string): ArtefactKind | undefined {
  const text = outline(document)
  return artefactKinds.find(kind => kind.syntax === 'yaml' && kind.isNamedBy(text))
}

/** As long as before, with the same lines. */
const blank = (text: string) => text.replace(/[^\r\n]/g, ' ')
