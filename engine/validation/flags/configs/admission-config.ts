import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { configuredPlugins, startPlugin } from '../../admission-config/plugin.ts'
import { type PluginEntry, readAdmissionConfig } from '../../admission-config/read.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'

const flag = 'admission-control-config-file'
const before = 'failed to apply admission: '

/** Whether the plugins that are on can be made with their configurations. */
export function admissionConfigProblem(files: Files, path: string, isOn: (plugin: string) => boolean): Outcome {
  const read = path === '' ? { plugins: [] } : readPlugins(files, path)
  if (!read || !('plugins' in read)) return read
  const blamed = path === '' ? 'enable-admission-plugins' : flag
  for (const name of configuredPlugins.filter(isOn)) {
    const start = startPlugin(name, read.plugins, files)
    switch (start.is) {
      case 'undecided':
        return start
      case 'fatal':
        return { ...fails(start.words, blamed), exitCode: 255 }
      case 'refused':
        return fails(`${before}${start.words}`, blamed)
      case 'made':
        break
    }
  }
  return undefined
}

function readPlugins(files: Files, path: string): { readonly plugins: readonly PluginEntry[] } | Outcome {
  const reading = `${before}failed to read plugin config: `
  const file = readFile(files, path)
  if ('undecided' in file) return file
  if ('error' in file)
    return fails(
      `${reading}unable to read admission control configuration from ${goQuoted(path)} [${file.error}]`,
      flag,
    )
  const read = readAdmissionConfig(file.text ?? '', path)
  return 'plugins' in read ? read : fails(`${reading}${read.refused}`, flag)
}
