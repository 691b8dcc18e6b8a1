import { anything, bool, list, pointer, struct, text } from '../../kubernetes/decode-types.ts'
import { goQuoted } from '../../kubernetes/go-print.ts'
import { typeMeta } from '../../kubernetes/metadata-type.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'
import { configVersions, readConfig } from './config-document.ts'

const flag = 'authentication-config'
const kind = {
  kind: 'AuthenticationConfiguration',
  versions: configVersions('v1', 'v1beta1', 'v1alpha1'),
  scheme: 'pkg/kubeapiserver/options/authentication.go:879',
  type: struct('v1.AuthenticationConfiguration', {
    ...typeMeta,
    jwt: list(anything, '[]v1.JWTAuthenticator'),
    anonymous: pointer(
      struct('v1.AnonymousAuthConfig', {
        enabled: bool,
        conditions: list(struct('v1.AnonymousAuthCondition', { path: text() })),
      }),
    ),
  }),
}

/** The file that says who may come without a name. Issuers of tokens in it are not known here. */
export function authenticationConfigProblem(files: Files, path: string, anonymousIsSet: boolean): Outcome {
  const file = readFile(files, path)
  const before = `failed to load authentication configuration from file ${goQuoted(path)}: `
  if ('undecided' in file) return file
  if ('error' in file) return fails(`${before}${file.error}`, flag)
  if (file.text === '') return fails(`${before}empty config data`, flag)
  const read = readConfig(file.text ?? '', kind)
  if ('error' in read) return fails(`${before}${read.error}`, flag)
  if (read.strictError !== undefined) return fails(`${before}${read.strictError}`, flag)
  const { anonymous, jwt } = read.value
  if (anonymous && anonymousIsSet)
    return fails(
      'anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file',
      'anonymous-auth',
    )
  const isPlain = jwt.length === 0 && (anonymous?.enabled !== false || anonymous.conditions.length === 0)
  return isPlain ? undefined : { undecided: `what the API server makes of ${path} is not known here yet` }
}
