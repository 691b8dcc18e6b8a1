import type { Place } from '#engine/validation/falco/mapped-text.ts'
import { placesIn } from '#engine/yaml/place.ts'
import type { NamedRules, Spot } from './falco.ts'

/** Places of several files as lines and columns; the line ends of each are looked for once. */
export function spotsIn(files: readonly NamedRules[]): (place: Place | undefined) => Spot | undefined {
  const known = new Map<string, ReturnType<typeof placesIn>>()
  return place => {
    const file = files.find(it => it.name === place?.file)
    if (!place || !file) return undefined
    const at = known.get(file.name) ?? placesIn(file.text)
    known.set(file.name, at)
    const [start, end] = [at(place.start), at(place.end)]
    return { file: file.name, ...start, endLine: end.line, endColumn: end.column }
  }
}

export type Spots = ReturnType<typeof spotsIn>
