import type { KubeletConfig } from './defaults.ts'

/** Paths that are not absolute begin in the folder of the file that they stand in. */
export function inFolder(config: KubeletConfig, folder: string): KubeletConfig {
  const from = (path: string) => (path === '' || path.startsWith('/') ? path : cleanPath(`${folder}/${path}`))
  const { authentication } = config
  const clientCAFile = from(authentication.x509.clientCAFile)
  return {
    ...config,
    staticPodPath: from(config.staticPodPath),
    authentication: { ...authentication, x509: { clientCAFile } },
    tlsCertFile: from(config.tlsCertFile),
    tlsPrivateKeyFile: from(config.tlsPrivateKeyFile),
    resolvConf: from(config.resolvConf),
    volumePluginDir: from(config.volumePluginDir),
    podLogsDir: from(config.podLogsDir),
  }
}

/** The shortest name of a path, as Go's `filepath.Clean` gives it. */
export function cleanPath(path: string): string {
  const isAbsolute = path.startsWith('/')
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else if (!isAbsolute) kept.push(part)
  }
  return `${isAbsolute ? '/' : ''}${kept.join('/')}` || '.'
}
