import { type CompiledFalco, compileFalcoRules, type FalcoSettings } from '../validation/falco/alerts.ts'
import { readFalcoRules } from '../validation/falco/read.ts'
import type { FalcoReading, RuleFile, RuleSet } from '../validation/falco/rule-set.ts'
import type { Range } from '../yaml/range.ts'
import { falcoConfigFile, readFalcoConfig } from './falco-config.ts'
import { remembered } from './remembered.ts'
import { followed, type Host, textOf, type World } from './world.ts'

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
    }
  | { readonly is: 'stopped'; readonly failure: FalcoFailure }
  | { readonly is: 'undecided'; readonly why: string }

const readConfigOnce = remembered(16, (text = '') => readFalcoConfig(text))

/** What comes of a configuration and its rule files: name and text in turn. */
const startOnce = remembered(16, (config = '', ...texts): FalcoInForce => {
  const files: RuleFile[] = []
  for (let at = 0; at + 1 < texts.length; at += 2) files.push({ name: texts[at] ?? '', text: texts[at + 1] ?? '' })
  const settings = settingsOf(config)
  const reading = readFalcoRules(files)
  const failure = failureOf(reading, files)
  if (failure) return { is: 'stopped', failure }
  const rules = reading.value
  if (!rules) return { is: 'undecided', why: 'the rules could not be read' }
  return { is: 'running', rules, settings, compiled: compileFalcoRules(rules, settings), files }
})

function settingsOf(text: string): FalcoSettings {
  const config = readConfigOnce(text)
  return 'settings' in config ? config.settings : {}
}

/** Reads falco.yaml of a host and the rule files that it names. Never throws. */
export function falcoOn(world: World, hostName: string): FalcoInForce {
  const host = world.hosts.get(hostName)
  if (!host) return { is: 'undecided', why: `there is no host ${hostName}` }
  const found = textOf(host, falcoConfigFile)
  if ('problem' in found) {
    const words = `Error: Could not find configuration file at ${falcoConfigFile}`
    return found.problem === 'missing'
      ? { is: 'stopped', failure: { words, file: falcoConfigFile, text: '' } }
      : { is: 'undecided', why: `${falcoConfigFile} is no text file` }
  }
  const config = readConfigOnce(found.text)
  if ('undecided' in config) return { is: 'undecided', why: config.undecided }
  if ('words' in config) return { is: 'stopped', failure: { ...config, file: found.path, text: found.text } }
  const more = config.configFolders.flatMap(folder => rulePaths(host, folder))
  if (more[0] !== undefined) return { is: 'undecided', why: `what ${more[0]} changes in falco.yaml is not known` }
  const files: RuleFile[] = []
  for (const path of config.ruleFiles.flatMap(named => rulePaths(host, named))) {
    const text = textOf(host, path)
    if ('problem' in text) return { is: 'undecided', why: `${path} is no text file` }
    files.push({ name: path, text: text.text })
  }
  return startOnce(found.text, ...files.flatMap(({ name, text }) => [name, text]))
}

/** What an entry of `rules_files` leads to: what is not there, and what is not named `.yaml` or `.yml`, is passed over. */
function rulePaths(host: Host, named: string): readonly string[] {
  const found = followed(host, named)
  if ('loop' in found || found.node === undefined) return []
  if (found.node.kind !== 'directory') return isYaml(named) ? [named] : []
  const paths = host.files.list(found.path).map(name => `${named.replace(/\/+$/, '')}/${name}`)
  return paths.filter(path => {
    const each = followed(host, path)
    return isYaml(path) && 'node' in each && each.node?.kind === 'file'
  })
}

function isYaml(path: string): boolean {
  return path.endsWith('.yaml') || path.endsWith('.yml')
}

/** What Falco's codes say in brackets. */
const meanings: Readonly<Record<string, string>> = {
  LOAD_ERR_YAML_PARSE: 'YAML parse error',
  LOAD_ERR_YAML_VALIDATE: 'Error validating internal structure of YAML file',
  LOAD_ERR_COMPILE_CONDITION: 'Error compiling condition',
  LOAD_ERR_COMPILE_OUTPUT: 'Error compiling output',
  LOAD_ERR_VALIDATE: 'Error validating rule/macro/list/exception objects',
}

/** Falco stops at the first file that it cannot load. */
function failureOf({ files: verdicts, findings }: FalcoReading, files: readonly RuleFile[]): FalcoFailure | undefined {
  const stop = verdicts.find(({ error }) => error !== undefined)
  if (!stop?.error) return undefined
  const { code, message } = stop.error
  const finding = findings.find(it => it.severity === 'error' && it.message === message)
  const file = files.find(({ name }) => name === (finding?.file ?? stop.file))
  const meaning = meanings[code]
  const words = code === '' ? message : `${code}${meaning === undefined ? '' : ` (${meaning})`}: ${message}`
  return {
    words,
    file: file?.name ?? stop.file,
    text: file?.text ?? '',
    ...(finding?.range && { range: finding.range }),
  }
}
