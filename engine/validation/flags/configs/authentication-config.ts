import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { decideAuthentication } from '../../auth-config/authentication.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'

const flag = 'authentication-config'

/** The file that says who may come, and who may come without a name. */
export function authenticationConfigProblem(files: Files, path: string, anonymousIsSet: boolean): Outcome {
  const file = readFile(files, path)
  if ('undecided' in file) return file
  if ('error' in file)
    return fails(`failed to load authentication configuration from file ${goQuoted(path)}: ${file.error}`, flag)
  const decision = decideAuthentication(file.text ?? '', path, anonymousIsSet)
  if (decision.is === 'undecided') return decision
  if (decision.is === 'taken') return undefined
  const isTwice = anonymousIsSet && decision.fields.some(({ field }) => field === 'anonymous')
  return fails(decision.words, isTwice ? 'anonymous-auth' : flag)
}
