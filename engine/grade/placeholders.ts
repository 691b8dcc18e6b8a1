import { placesIn } from '../yaml/place.ts'

/** `${{ name }}`: a variant's value goes there. */
const placeholder = /\$\{\{\s*([A-Za-z_][A-Za-z0-9_-]*)\s*\}\}/g

export interface Placeholder {
  readonly name: string
  readonly line: number
}

export function placeholdersIn(text: string): readonly Placeholder[] {
  const found = [...text.matchAll(placeholder)]
  const place = found.length > 0 ? placesIn(text) : undefined
  return found.map(match => ({ name: match[1] ?? '', line: place?.(match.index).line ?? 1 }))
}

/** Puts values in; what has none stays as it is. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}

/** The text with every placeholder overwritten by as many letters, so that it can be read and places stay right. */
export function masked(text: string): string {
  return text.replace(placeholder, whole => 'x'.repeat(whole.length))
}
