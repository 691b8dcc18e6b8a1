/** More objects than a file may hold are read in parts. */
const mostInFile = 500

/** YAML documents in files. */
export function inFiles(documents: readonly string[]): readonly string[] {
  const files = Math.ceil(documents.length / mostInFile)
  return Array.from({ length: files }, (_, file) =>
    documents.slice(file * mostInFile, (file + 1) * mostInFile).join('---\n'),
  )
}
