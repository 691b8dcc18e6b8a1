import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { Path } from '../../yaml/range.ts'
import type { Files } from '../flags/files.ts'
import { readFile } from '../flags/files.ts'
import { eventRateLimit } from './event-rate-limit.ts'
import { imagePolicy } from './image-policy.ts'
import { podSecurity } from './pod-security.ts'
import type { PluginEntry } from './read.ts'

/** What comes of a plugin that is made with its configuration. */
export type PluginStart =
  /** `takes`: the bytes that it was given. */
  | { readonly is: 'made'; readonly takes: string | undefined }
  /** As the server prints it. */
  | { readonly is: 'refused'; readonly words: string; readonly takes: string | undefined }
  /** The process ends here, before anything is gathered: the line that it logs. */
  | { readonly is: 'fatal'; readonly words: string }
  | { readonly is: 'undecided'; readonly undecided: string }

/** What a plugin says of its configuration; undefined: it takes it. */
export type PluginVerdict =
  | { readonly refused: string; readonly whileInitializing?: boolean; readonly problems?: readonly PluginProblem[] }
  | { readonly undecided: string }
  | undefined

/** One thing that is wrong, and where in the plugin's own configuration. */
export interface PluginProblem {
  readonly path: Path
  readonly message: string
}

/** Decides about the bytes of a configuration; undefined: there is none. */
export type PluginReader = (written: string | undefined, files: Files) => PluginVerdict

/** Plugins that read a configuration, in the order in which they are made. `unknown`: what they read is not known here. */
const readers: ReadonlyMap<string, PluginReader | 'unknown'> = new Map<string, PluginReader | 'unknown'>([
  ['ImagePolicyWebhook', imagePolicy],
  ['PodSecurity', podSecurity],
  ['PodNodeSelector', 'unknown'],
  ['PodTolerationRestriction', 'unknown'],
  ['EventRateLimit', eventRateLimit],
  ['MutatingAdmissionWebhook', 'unknown'],
  ['ValidatingAdmissionWebhook', 'unknown'],
  ['ResourceQuota', 'unknown'],
])

export const configuredPlugins: readonly string[] = [...readers.keys()]

/** The same without what the server puts around it; undefined also where nothing is known of the plugin. */
export function judgePlugin(name: string, written: string | undefined, files: Files): PluginVerdict {
  const reader = readers.get(name)
  return reader === undefined || reader === 'unknown' ? undefined : reader(written, files)
}

/** Makes a plugin as kube-apiserver v1.35 does when it starts. Never throws. */
export function startPlugin(name: string, plugins: readonly PluginEntry[], files: Files): PluginStart {
  // Of several entries the first counts.
  const given = bytesFor(
    plugins.find(entry => entry.name === name),
    files,
  )
  if (given.is !== 'made') return given
  const { takes } = given
  const reader = readers.get(name)
  const unknown = `what ${name} makes of its configuration is not known here yet`
  if (!reader || reader === 'unknown')
    return reader && takes !== undefined ? { is: 'undecided', undecided: unknown } : given
  const verdict = reader(takes, files)
  if (!verdict) return given
  if ('undecided' in verdict) return { is: 'undecided', undecided: verdict.undecided }
  const before = verdict.whileInitializing ? 'failed to initialize admission plugin' : "couldn't init admission plugin"
  return { is: 'refused', words: `${before} ${goQuoted(name)}: ${verdict.refused}`, takes }
}

function bytesFor(entry: PluginEntry | undefined, files: Files): PluginStart {
  if (entry?.configuration !== undefined || entry?.path === undefined)
    return { is: 'made', takes: entry?.configuration }
  const read = readFile(files, entry.path)
  if ('undecided' in read) return { is: 'undecided', undecided: read.undecided }
  if ('error' in read) {
    const [operation, number] = read.error.startsWith('read ') ? ['read', '0x15'] : ['open', '0x2']
    const error = `&fs.PathError{Op:"${operation}", Path:${goQuoted(entry.path)}, Err:${number}}`
    return { is: 'fatal', words: `Couldn't open admission plugin configuration ${entry.path}: ${error}` }
  }
  if (read.text === undefined) return { is: 'undecided', undecided: `what ${entry.path} holds is not known` }
  return { is: 'made', takes: read.text }
}
