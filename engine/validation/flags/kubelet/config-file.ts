import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { configGates } from '../../kubelet-config/gates.ts'
import { kubeletConfiguration, type RawKubeletConfig } from '../../kubelet-config/types.ts'
import { aggregate } from '../../kubernetes/field-error.ts'
import { readConfig } from '../configs/config-document.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'
import type { Options } from '../options.ts'

export type KubeletFile = RawKubeletConfig

/** Configurations in the order in which they are laid over each other, or why there is none. */
export interface KubeletFiles {
  readonly files: readonly KubeletFile[]
  readonly outcome: Outcome
}

/** The file that `--config` names. Fields that are not known have no effect and refuse nothing. */
export function configFile(options: Options, files: Files): KubeletFiles {
  const path = options.text('config')
  if (path === '') return { files: [], outcome: undefined }
  const file = readFile(files, path)
  if ('undecided' in file) return { files: [], outcome: file }
  const failed = (why: string) => {
    const before = `failed to load kubelet config file, path: ${path}, error: failed to load Kubelet config file ${path}, error `
    return { files: [], outcome: fails(`${before}${why}`, 'config') }
  }
  if ('error' in file) return failed(`failed to read kubelet config file ${goQuoted(path)}, error: ${file.error}`)
  if (file.text === '') return failed(`kubelet config file ${goQuoted(path)} was empty`)
  const read = readConfig(file.text ?? '', kubeletConfiguration)
  if ('error' in read)
    return failed(
      read.unexpected === undefined
        ? `failed to decode: ${read.error}`
        : `failed to cast object to KubeletConfiguration, unexpected type: ${read.unexpected}`,
    )
  const { unsettable } = configGates(read.value.featureGates ?? new Map())
  if (unsettable.length === 0) return { files: [read.value], outcome: undefined }
  const why = `failed to merge global and in-flight KubeletConfiguration while setting defaults, error: ${aggregate(unsettable)}`
  return { files: [], outcome: fails(`panic: ${why}`, 'config') }
}

/** The files of `--config-dir` that end in `.conf`, in the order of their names. */
export function dropIns(options: Options, files: Files): KubeletFiles {
  const flag = 'config-dir'
  const folder = options.text(flag)
  if (folder === '') return { files: [], outcome: undefined }
  const before = 'failed to merge kubelet configs: '
  const seen = files.look(folder)
  if (seen.is === 'unknown') return { files: [], outcome: seen }
  if (seen.is === 'missing') {
    const why = `failed to walk through kubelet dropin directory ${goQuoted(folder)}: lstat ${folder}: no such file or directory`
    return { files: [], outcome: fails(`${before}${why}`, flag) }
  }
  const found: KubeletFile[] = []
  for (const name of files.list(folder).filter(it => it.endsWith('.conf'))) {
    const path = `${folder.replace(/\/+$/, '')}/${name}`
    const file = readFile(files, path)
    if ('undecided' in file) return { files: [], outcome: file }
    const why = 'error' in file ? file.error : undefined
    const read = why === undefined && !('error' in file) ? readConfig(file.text ?? '', kubeletConfiguration) : undefined
    const wrong = why ?? (read && 'error' in read ? read.error : undefined)
    if (wrong !== undefined) {
      const words = `failed to load kubelet dropin file, path: ${path}, error: ${wrong}`
      return {
        files: [],
        outcome: fails(`${before}failed to walk through kubelet dropin directory ${goQuoted(folder)}: ${words}`, flag),
      }
    }
    if (read && 'value' in read) found.push(read.value)
  }
  return { files: found, outcome: undefined }
}
