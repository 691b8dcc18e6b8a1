import type { Decoded } from '../../kubernetes/decode.ts'
import { anything, bool, list, map, pointer, struct, text } from '../../kubernetes/decode-types.ts'
import { bytes } from '../../kubernetes/decode-values.ts'

const extensions = list(struct('v1.NamedExtension', { name: text(), extension: anything }))

const cluster = struct('v1.Cluster', {
  server: text(),
  'tls-server-name': text(),
  'insecure-skip-tls-verify': bool,
  'certificate-authority': text(),
  'certificate-authority-data': bytes,
  'proxy-url': text(),
  'disable-compression': bool,
  extensions,
})

const user = struct('v1.AuthInfo', {
  'client-certificate': text(),
  'client-certificate-data': bytes,
  'client-key': text(),
  'client-key-data': bytes,
  token: text(),
  tokenFile: text(),
  as: text(),
  'as-uid': text(),
  'as-groups': list(text()),
  'as-user-extra': map(list(text())),
  username: text(),
  password: text(),
  'auth-provider': pointer(struct('v1.AuthProviderConfig', { name: text(), config: map(text()) })),
  exec: pointer(
    struct('v1.ExecConfig', {
      command: text(),
      args: list(text()),
      env: list(struct('v1.ExecEnvVar', { name: text(), value: text() })),
      apiVersion: text(),
      installHint: text(),
      provideClusterInfo: bool,
      interactiveMode: text('v1.ExecInteractiveMode'),
    }),
  ),
  extensions,
})

const context = struct('v1.Context', { cluster: text(), user: text(), namespace: text(), extensions })

/** `Config`, which says how a server is reached and as whom. */
export const kubeconfigType = struct('v1.Config', {
  kind: text(),
  apiVersion: text(),
  preferences: struct('v1.Preferences', { colors: bool, extensions }),
  clusters: list(struct('v1.NamedCluster', { name: text(), cluster })),
  users: list(struct('v1.NamedAuthInfo', { name: text(), user })),
  contexts: list(struct('v1.NamedContext', { name: text(), context })),
  'current-context': text(),
  extensions,
})

/** What stands for a cluster and a user that are not there. */
export const noCluster = cluster.zero()
export const noUser = user.zero()

export type RawKubeconfig = Decoded<typeof kubeconfigType>
export type RawCluster = Decoded<typeof cluster>
export type RawUser = Decoded<typeof user>
