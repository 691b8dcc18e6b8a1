import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { readEncryptionConfig } from '../../encryption-config/read.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'

const flag = 'encryption-provider-config'

/** The file of providers that encrypt what is stored. `reloads`: it is read anew when it changes. `kmsV1`: that gate is on. */
export function encryptionConfigProblem(files: Files, path: string, reloads: boolean, kmsV1: boolean): Outcome {
  const file = readFile(files, path)
  if ('undecided' in file) return file
  const called = `encryption provider configuration file ${goQuoted(path)}`
  if ('error' in file)
    return fails(`error while parsing file: error while loading file: error reading ${called}: ${file.error}`, flag)
  if (file.text === undefined) return { undecided: `what stands in ${path} is not known here` }
  const { refusal } = readEncryptionConfig(file.text, { path, reloads, kmsV1 })
  return refusal === undefined ? undefined : fails(refusal, flag)
}
