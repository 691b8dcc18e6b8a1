import { decideAuthorization } from '../../auth-config/authorization.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'

const flag = 'authorization-config'

/** The file of authorizers. */
export function authorizationConfigProblem(files: Files, path: string): Outcome {
  const file = readFile(files, path)
  if ('undecided' in file) return file
  if ('error' in file) return fails(file.error, flag)
  const decision = decideAuthorization(file.text ?? '', files)
  if (decision.is === 'undecided') return decision
  return decision.is === 'refused' ? fails(decision.words, flag) : undefined
}
