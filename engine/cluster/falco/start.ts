import { type CompiledFalco, compileFalcoRules } from '../../validation/falco/alerts.ts'
import { readFalcoRules } from '../../validation/falco/read.ts'
import type { FalcoReading, FileVerdict, RuleFile } from '../../validation/falco/rule-set.ts'
import { remembered } from '../remembered.ts'
import type { FalcoConfig } from './config.ts'
import { type Disk, yamlFilesAt } from './disk.ts'

/** The rule files that Falco reads, in order; `missing` is one that the command line names and that is not there. */
export function ruleFilesOf(
  disk: Disk,
  { ruleFiles }: Pick<FalcoConfig, 'ruleFiles'>,
  named: readonly string[] = [],
): { readonly files: readonly RuleFile[] } | { readonly missing: string } | { readonly unreadable: string } {
  const files: RuleFile[] = []
  for (const path of named) {
    const found = disk.read(path)
    if ('problem' in found && (found.problem === 'missing' || found.problem === 'loop')) return { missing: path }
  }
  for (const path of (named.length > 0 ? named : ruleFiles).flatMap(each => yamlFilesAt(disk, each))) {
    const found = disk.read(path)
    if ('problem' in found) return { unreadable: path }
    files.push({ name: path, text: found.text })
  }
  return { files }
}

/** Rule files loaded under a configuration: what Falco says of each, and the rules if none stops it. */
export interface LoadedRules {
  readonly reading: FalcoReading
  /** Up to the first that Falco refuses. */
  readonly verdicts: readonly FileVerdict[]
  readonly refused?: FileVerdict
  readonly compiled?: CompiledFalco
}

const loadOnce = remembered(16, (config = '', ...texts): LoadedRules => {
  const files: RuleFile[] = []
  for (let at = 0; at + 1 < texts.length; at += 2) files.push({ name: texts[at] ?? '', text: texts[at + 1] ?? '' })
  const settings: FalcoConfig['settings'] = JSON.parse(config)
  const reading = readFalcoRules(files, { appendOutput: settings.appendOutput ?? [] })
  const stop = reading.files.findIndex(({ verdict }) => verdict === 'invalid')
  const refused = reading.files[stop]
  const verdicts = refused ? reading.files.slice(0, stop + 1) : reading.files
  const compiled = refused || !reading.value ? undefined : compileFalcoRules(reading.value, settings)
  return { reading, verdicts, ...(refused && { refused }), ...(compiled && { compiled }) }
})

/** Loads rule files as Falco does at its start. The same files under the same settings are loaded once. */
export function loadRules(files: readonly RuleFile[], settings: FalcoConfig['settings']): LoadedRules {
  return loadOnce(JSON.stringify(settings), ...files.flatMap(({ name, text }) => [name, text]))
}
