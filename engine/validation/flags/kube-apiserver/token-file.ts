import { readCsv } from '../csv.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'

const flag = 'token-auth-file'

/** A file of tokens: token, name, id and groups on each line. */
export function tokenFile(files: Files, path: string): Outcome {
  const file = readFile(files, path)
  if ('undecided' in file) return file
  if ('error' in file) return fails(file.error, flag)
  for (const line of (file.text ?? '').split('\n')) {
    if (line.trim() === '') continue
    const record = readCsv(line)
    if ('error' in record) return { undecided: `how the API server reads the quotes in ${path} is not known here yet` }
    if (record.value.length < 3)
      return fails(
        `token file '${path}' must have at least 3 columns (token, user name, user uid), found ${record.value.length}`,
        flag,
      )
  }
  return undefined
}
