import { anything, list, struct, text } from '../../kubernetes/decode-types.ts'
import { typeMeta } from '../../kubernetes/metadata-type.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'
import { configVersions, readConfig } from './config-document.ts'

const flag = 'authorization-config'
const kind = {
  kind: 'AuthorizationConfiguration',
  versions: configVersions('v1', 'v1beta1', 'v1alpha1'),
  scheme: 'pkg/apis/apiserver/load/load.go:32',
  type: struct('v1.AuthorizationConfiguration', {
    ...typeMeta,
    authorizers: list(struct('v1.AuthorizerConfiguration', { type: text(), name: text(), webhook: anything })),
  }),
}
const plain = ['Node', 'RBAC', 'AlwaysAllow', 'AlwaysDeny']

/** The file of authorizers, where it names only such as need no more than a name; others are not known here. */
export function authorizationConfigProblem(files: Files, path: string): Outcome {
  const file = readFile(files, path)
  const before = 'failed to load AuthorizationConfiguration from file: '
  if ('undecided' in file) return file
  if ('error' in file) return fails(`${before}${file.error}`, flag)
  const read = readConfig(file.text ?? '', kind)
  if ('error' in read) return fails(`${before}${read.error}`, flag)
  if (read.strictError !== undefined) return fails(`${before}${read.strictError}`, flag)
  const { authorizers } = read.value
  const names = new Set([...authorizers.map(({ name }) => name), ...authorizers.map(({ type }) => `of ${type}`)])
  const arePlain = authorizers.every(
    ({ type, name, webhook }) => plain.includes(type) && !webhook && /^[a-z]([-a-z\d]*[a-z\d])?$/.test(name),
  )
  if (arePlain && authorizers.length > 0 && names.size === 2 * authorizers.length) return undefined
  return { undecided: `what the API server makes of ${path} is not known here yet` }
}
