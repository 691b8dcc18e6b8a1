import { fails, type Outcome } from './judged.ts'

/** What a component finds at a path. */
export type FileSeen =
  | { readonly is: 'missing' }
  | { readonly is: 'directory' }
  | { readonly is: 'file'; readonly text: string }
  /** Certificates and keys of which only the kinds are known, not the bytes. */
  | { readonly is: 'pem'; readonly blocks: readonly string[]; readonly pair: string }
  /** What is there cannot be told. */
  | { readonly is: 'unknown'; readonly undecided: string }

/** Files as the component sees them; a path that is not absolute begins where the component was started. */
export interface Files {
  look(path: string): FileSeen
  /** The names in a folder. */
  list(path: string): readonly string[]
}

/** Where no file can be looked at. */
export const filesUnknown: Files = {
  look: path => ({ is: 'unknown', undecided: `what stands in ${path} is not known here` }),
  list: () => [],
}

/** Reads a file: `text` is undefined where only the kinds of its blocks are known. */
export type FileRead =
  | { readonly text: string | undefined; readonly seen: FileSeen }
  | { readonly error: string }
  | { readonly undecided: string }

export function readFile(files: Files, path: string): FileRead {
  const seen = files.look(path)
  if (seen.is === 'missing') return { error: `open ${path}: no such file or directory` }
  if (seen.is === 'directory') return { error: `read ${path}: is a directory` }
  if (seen.is === 'unknown') return { undecided: seen.undecided }
  return { text: seen.is === 'file' ? seen.text : undefined, seen }
}

/** A file that has to be there and must be readable; what stands in it is not looked at. */
export function opens(files: Files, path: string, flag: string): Outcome {
  const read = readFile(files, path)
  if ('undecided' in read) return read
  return 'error' in read ? fails(read.error, flag) : undefined
}

/** A path below a folder, from the root, without steps that lead nowhere: Go's `filepath.Join`. */
export function joinPath(folder: string, path: string): string {
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return `/${steps.join('/')}`
}
