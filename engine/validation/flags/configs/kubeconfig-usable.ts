import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { type Files, readFile } from '../files.ts'
import type { RawCluster, RawUser } from './kubeconfig-type.ts'

/** What is wrong with a part of a kubeconfig, in the loader's order and words. */
export interface Usable {
  readonly problems: readonly string[]
  readonly undecided?: string
}

export function clusterProblems(cluster: RawCluster, name: string, files: Files): Usable {
  const [path, data] = [cluster['certificate-authority'], cluster['certificate-authority-data'] ?? '']
  const unread = path === '' ? undefined : openError(files, path)
  const missing =
    name === '' ? 'default cluster has no server defined' : `no server found for cluster ${goQuoted(name)}`
  const both = `certificate-authority-data and certificate-authority are both specified for ${name}. certificate-authority-data will override.`
  return {
    problems: [
      ...(cluster.server === '' ? [missing] : []),
      ...(path !== '' && data !== '' ? [both] : []),
      ...(unread === undefined ? [] : [`unable to read certificate-authority ${path} for ${name} due to ${unread}`]),
    ],
    ...(cluster['proxy-url'] !== '' && { undecided: 'what the component makes of a proxy-url is not known here' }),
  }
}

export function userProblems(user: RawUser, name: string, files: Files): Usable {
  const impersonates = user['as-uid'] !== '' || user['as-groups'].length > 0 || user['as-user-extra'].size > 0
  const methods = [
    ...(user.token === '' ? [] : ['token']),
    ...(user.username === '' && user.password === '' ? [] : ['basicAuth']),
  ]
  const several = `more than one authentication method found for ${name}; found [${methods.join(' ')}], only one is allowed`
  return {
    problems: [
      ...certificateProblems(user, name, files),
      ...execProblems(user, name),
      ...(methods.length > 1 ? [several] : []),
      ...(impersonates && user.as === ''
        ? [`requesting uid, groups or user-extra for ${name} without impersonating a user`]
        : []),
    ],
  }
}

function certificateProblems(user: RawUser, name: string, files: Files): readonly string[] {
  const [cert, key] = [user['client-certificate'], user['client-key']]
  const [certData, keyData] = [user['client-certificate-data'] ?? '', user['client-key-data'] ?? '']
  if (cert === '' && certData === '') return []
  const unread = (field: string, path: string) => {
    const why = path === '' ? undefined : openError(files, path)
    return why === undefined ? [] : [`unable to read ${field} ${path} for ${name} due to ${why}`]
  }
  const needed = `client-key-data or client-key must be specified for ${name} to use the clientCert authentication method.`
  return [
    ...(cert !== '' && certData !== ''
      ? [`client-cert-data and client-cert are both specified for ${name}. client-cert-data will override.`]
      : []),
    ...(key !== '' && keyData !== ''
      ? [`client-key-data and client-key are both specified for ${name}; client-key-data will override`]
      : []),
    ...(key === '' && keyData === '' ? [needed] : []),
    ...unread('client-cert', cert),
    ...unread('client-key', key),
  ]
}

const modes = ['Never', 'IfAvailable', 'Always']

function execProblems({ exec, 'auth-provider': provider }: RawUser, name: string): readonly string[] {
  if (!exec) return []
  const must = (what: string) => `${what} must be specified for ${name} to use exec authentication plugin`
  // Without a mode, the older versions of the plugin's protocol have one.
  const hasPreset = /^client\.authentication\.k8s\.io\/v1(?:alpha1|beta1)$/.test(exec.apiVersion)
  return [
    ...(provider ? [`authProvider cannot be provided in combination with an exec plugin for ${name}`] : []),
    ...(exec.command === '' ? [must('command')] : []),
    ...(exec.apiVersion === '' ? [must('apiVersion')] : []),
    ...exec.env.filter(it => it.name === '').map(() => must('env variable name')),
    ...(exec.interactiveMode === '' && !hasPreset ? [must('interactiveMode')] : []),
    ...(exec.interactiveMode !== '' && !modes.includes(exec.interactiveMode)
      ? [`invalid interactiveMode for ${name}: ${goQuoted(exec.interactiveMode)}`]
      : []),
  ]
}

/** Opening is enough: a folder can be opened. */
function openError(files: Files, path: string): string | undefined {
  const read = readFile(files, path)
  return 'error' in read && read.error.startsWith('open ') ? read.error : undefined
}
