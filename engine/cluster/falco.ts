import type { CompiledFalco, FalcoSettings } from '../validation/falco/alerts.ts'
import { errorText } from '../validation/falco/load/code-words.ts'
import type { FalcoReading, RuleFile, RuleSet } from '../validation/falco/rule-set.ts'
import type { Range } from '../yaml/range.ts'
import { type FalcoConfig, falcoConfigFile, readFalcoConfig } from './falco/config.ts'
import { diskOf } from './falco/disk.ts'
import { loadRules, ruleFilesOf } from './falco/start.ts'
import { textOf, type World } from './world.ts'

/** Why Falco does not start: its words, and the file to blame. */
export interface FalcoFailure {
  readonly words: string
  readonly file: string
  readonly text: string
  readonly range?: Range
}

/** Falco as it would start now on a host. */
export type FalcoInForce =
  | {
      readonly is: 'running'
      readonly rules: RuleSet
      readonly settings: FalcoSettings
      readonly compiled: CompiledFalco
      /** The rule files that it reads, in order; names are paths. */
      readonly files: readonly RuleFile[]
      readonly config: FalcoConfig
    }
  | { readonly is: 'stopped'; readonly failure: FalcoFailure }
  | { readonly is: 'undecided'; readonly why: string }

/** Reads falco.yaml of a host, the files that it includes and the rule files that they name. Never throws. */
export function falcoOn(world: World, hostName: string): FalcoInForce {
  const host = world.hosts.get(hostName)
  if (!host) return { is: 'undecided', why: `there is no host ${hostName}` }
  const found = textOf(host, falcoConfigFile)
  if ('problem' in found && found.problem !== 'missing')
    return { is: 'undecided', why: `${falcoConfigFile} is no text file` }
  const disk = diskOf(host)
  const config = readFalcoConfig(disk, falcoConfigFile, { hostname: hostName })
  if ('words' in config) {
    const { words, file, text, range } = config
    return { is: 'stopped', failure: { words, file, text, ...(range && { range }) } }
  }
  if (config.ruleFiles.length === 0)
    return {
      is: 'stopped',
      failure: { words: noRuleFiles, file: falcoConfigFile, text: 'text' in found ? found.text : '' },
    }
  const named = ruleFilesOf(disk, config)
  if ('missing' in named) return { is: 'undecided', why: `${named.missing} is not there` }
  if ('unreadable' in named) return { is: 'undecided', why: `${named.unreadable} is no text file` }
  const { files } = named
  const { reading, refused, compiled } = loadRules(files, config.settings)
  if (refused) return { is: 'stopped', failure: failureOf(refused, reading, files) }
  const rules = reading.value
  if (!rules || !compiled) return { is: 'undecided', why: 'the rules could not be read' }
  return { is: 'running', rules, settings: config.settings, compiled, files, config }
}

/** Falco's words when nothing says where its rules are. */
export const noRuleFiles =
  'Error: You must specify at least one rules file/directory via -r or a rules_file entry in falco.yaml'

/** Falco stops at the first file that it cannot load. */
function failureOf(
  { file: stopped, error }: FalcoReading['files'][number],
  { findings }: FalcoReading,
  files: readonly RuleFile[],
): FalcoFailure {
  const finding = findings.find(it => it.severity === 'error' && it.message === error?.message)
  const file = files.find(({ name }) => name === (finding?.file ?? stopped))
  return {
    words: error?.code ? `${error.code} (${errorText(error.code)}): ${error.message}` : (error?.message ?? ''),
    file: file?.name ?? stopped,
    text: file?.text ?? '',
    ...(finding?.range && { range: finding.range }),
  }
}
