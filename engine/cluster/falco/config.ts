import type { FalcoSettings, RuleSwitch } from '../../validation/falco/alerts.ts'
import type { AppendOutput } from '../../validation/falco/append-output.ts'
import { type Priority, priorities } from '../../validation/falco/rule-set.ts'
import { decodeBool } from '../../yaml/cpp/convert.ts'
import { entryOf } from '../../yaml/cpp/nodes.ts'
import { readCppYaml } from '../../yaml/cpp/read.ts'
import type { Range } from '../../yaml/range.ts'
import { configKeys, engineKinds, unknownProperty } from './config-keys.ts'
import { type Disk, yamlFilesAt } from './disk.ts'
import { at, override, type Setting, type Settings, settingOf } from './setting.ts'

export const falcoConfigFile = '/etc/falco/falco.yaml'

/** What Falco is started with beside its files. */
export interface Surroundings {
  /** What `-o` says, in order. */
  readonly overrides?: readonly string[]
  readonly env?: ReadonlyMap<string, string>
  /** The name of the machine. */
  readonly hostname: string
}

/** What falco.yaml, the files beside it and `-o` say. */
export interface FalcoConfig {
  /** The configuration files that were read, with what Falco says of their shape. */
  readonly files: readonly { readonly path: string; readonly shape: string }[]
  /** Files and directories as written, in order. */
  readonly ruleFiles: readonly string[]
  readonly settings: FalcoSettings
  readonly appendOutput: readonly AppendOutput[]
  readonly outputs: Outputs
  readonly log: { readonly stderr: boolean; readonly syslog: boolean; readonly level: string }
  readonly watches: boolean
  readonly engine: string
  /** Said before anything else, without a time. */
  readonly warnings: readonly string[]
}

/** Where alerts go. What a program or an address would get is not sent anywhere here. */
export interface Outputs {
  readonly stdout: boolean
  readonly syslog: boolean
  readonly file?: string
  readonly program?: string
  readonly http?: string
}

/** Falco's words for a configuration that it does not start with, as it prints them, and the place to blame. */
export interface RefusedConfig {
  readonly words: string
  readonly file: string
  readonly text: string
  readonly range?: Range
  readonly warnings: readonly string[]
}

/** Ends the reading of the configuration: thrown by its parts, caught in `readFalcoConfig`, and nowhere else. */
class Stop extends Error {
  readonly key: string | undefined
  constructor(words: string, key?: string) {
    super(words)
    this.key = key
  }
}

/** Reads a falco.yaml and the files that it includes as Falco 0.44.1 does, with the defaults that are built in. Never throws. */
export function readFalcoConfig(
  disk: Disk,
  path: string,
  { overrides = [], env = new Map(), hostname }: Surroundings,
): FalcoConfig | RefusedConfig {
  const found = disk.read(path)
  const text = 'text' in found ? found.text : ''
  const warnings: string[] = []
  const refused = (words: string, range?: Range): RefusedConfig => ({
    words,
    file: path,
    text,
    warnings,
    ...(range && { range }),
  })
  if ('problem' in found) return refused(`Error: Could not find configuration file at ${path}`)
  const yaml = readCppYaml(text)
  if ('refused' in yaml) {
    const { offset } = yaml.mark
    const range = { start: Math.min(offset, text.length), end: Math.min(offset + 1, text.length) }
    return refused(`Cannot read config file (${path}): ${yaml.refused}\nError: std::exception`, range)
  }
  const [document] = yaml.documents
  const read = document && settingOf(document)
  const main: Settings = read instanceof Map ? read : new Map()
  const files = [{ path, shape: shapeOf(main) }]
  try {
    include(disk, main, env, files)
    for (const each of overrides)
      if (!override(main, each))
        throw new Stop(`Error: Error parsing config option "${each}". Must be of the form key=val or key.subkey=val`)
    return configOf(expanded(main, env), path, files, hostname, warnings)
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop
    const entry = document?.kind === 'map' && stop.key !== undefined ? entryOf(document, stop.key) : undefined
    return refused(stop.message, entry && { start: entry.key.mark.offset, end: entry.value.end })
  }
}

function shapeOf(settings: Settings): string {
  const [odd] = [...settings.keys()].filter(key => !configKeys.has(key))
  return odd === undefined ? 'ok' : unknownProperty(odd)
}

type Read = { readonly path: string; readonly shape: string }

/** Lays the files of `config_files` over the settings, each by its strategy. */
function include(disk: Disk, main: Settings, env: ReadonlyMap<string, string>, files: Read[]): void {
  for (const entry of listOf(main.get('config_files'))) {
    const named = filled(entry instanceof Map ? entry.get('path') : entry, env)
    const strategy = (entry instanceof Map && filled(entry.get('strategy'), env)) || 'append'
    for (const path of yamlFilesAt(disk, named ?? '')) {
      const found = disk.read(path)
      const yaml = readCppYaml('text' in found ? found.text : '')
      if ('refused' in yaml)
        throw new Stop(`Cannot read config file (${path}): ${yaml.refused}\nError: std::exception`, 'config_files')
      const [document] = yaml.documents
      const more = document && settingOf(document)
      if (!(more instanceof Map)) continue
      files.push({ path, shape: shapeOf(more) })
      // An included file includes no others.
      for (const [key, value] of more) if (key !== 'config_files') lay(main, key, value, strategy)
    }
  }
}

function lay(main: Settings, key: string, value: Setting, strategy: string): void {
  const old = main.get(key)
  if (strategy === 'add-only' && old !== undefined) return
  const isAppended = strategy === 'append' && Array.isArray(old) && Array.isArray(value)
  main.set(key, isAppended ? [...old, ...value] : value)
}

/** The settings with what the environment gives put in. */
function expanded(settings: Settings, env: ReadonlyMap<string, string>): Settings {
  const visit = (value: Setting): Setting => {
    if (typeof value === 'string') return filled(value, env) ?? ''
    if (Array.isArray(value)) return value.map(visit)
    return value && new Map([...value].map(([key, each]) => [key, visit(each)]))
  }
  return new Map([...settings].map(([key, value]) => [key, visit(value)]))
}

/** `${NAME}` is what the environment has, or nothing; `$${NAME}` stays as it is but for the first sign. */
function filled(value: Setting | undefined, env: ReadonlyMap<string, string>): string | undefined {
  if (typeof value !== 'string') return undefined
  return value.replace(/(\$?)\$\{([^}]*)\}/g, (_, literal: string, name: string) =>
    literal ? `\${${name}}` : (env.get(name) ?? ''),
  )
}

function configOf(
  settings: Settings,
  path: string,
  files: readonly Read[],
  hostname: string,
  warnings: string[],
): FalcoConfig {
  const bad = (words: string, key: string): never => {
    throw new Stop(`Error: Error reading config file (${path}): ${words}`, key)
  }
  const flag = (...keys: readonly string[]) => truth(at(settings, ...keys))
  const text = (...keys: readonly string[]) => textOf(at(settings, ...keys))
  if (settings.has('rules_file'))
    warnings.push(
      "Using deprecated config key 'rules_file' (singular form). Please use new 'rules_files' config key (plural form).",
    )
  if (settings.has('rules_file') && settings.has('rules_files'))
    bad("both 'rules_files' and 'rules_file' keys set", 'rules_file')
  const engine = text('engine', 'kind') ?? 'modern_ebpf'
  if (!engineKinds.includes(engine)) bad(`engine.kind '${engine}' is not a valid kind.`, 'engine')
  const file = enabled(settings, 'file_output', 'filename')
  if (file === '') bad('file output enabled but no filename in configuration block', 'file_output')
  const program = enabled(settings, 'program_output', 'program')
  if (program === '') bad('program output enabled but no program in configuration block', 'program_output')
  const http = enabled(settings, 'http_output', 'url')
  const appendOutput = listOf(settings.get('append_output')).flatMap(appendedOf)
  const iso = flag('time_format_iso_8601')
  return {
    files,
    ruleFiles: listOf(settings.get('rules_files') ?? settings.get('rules_file')).flatMap(each => textOf(each) ?? []),
    settings: {
      ruleMatching: matchingOf(text('rule_matching') ?? 'first'),
      priority: priorityOf(text('priority') ?? 'debug'),
      appendOutput,
      rules: listOf(settings.get('rules')).flatMap(switchesOf),
      timeFormatIso: iso ?? false,
      ...(flag('json_output') && {
        json: {
          hostname,
          includeOutput: flag('json_include_output_property') ?? true,
          includeTags: flag('json_include_tags_property') ?? true,
          includeMessage: flag('json_include_message_property') ?? false,
          includeOutputFields: flag('json_include_output_fields_property') ?? true,
        },
      }),
    },
    appendOutput,
    outputs: {
      stdout: flag('stdout_output', 'enabled') ?? false,
      syslog: flag('syslog_output', 'enabled') ?? false,
      ...(file !== undefined && { file }),
      ...(program !== undefined && { program }),
      ...(http !== undefined && { http }),
    },
    log: {
      stderr: flag('log_stderr') ?? false,
      syslog: flag('log_syslog') ?? true,
      level: text('log_level') ?? 'info',
    },
    watches: flag('watch_config_files') ?? true,
    engine,
    warnings,
  }
}

/** What an output that is on writes to; empty when that is not said, undefined when it is off. */
function enabled(settings: Settings, output: string, key: string): string | undefined {
  return truth(at(settings, output, 'enabled')) ? (textOf(at(settings, output, key)) ?? '') : undefined
}

function truth(value: Setting | undefined): boolean | undefined {
  return typeof value === 'string' ? decodeBool(value) : undefined
}

function textOf(value: Setting | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A list, or one value for a list of one. */
function listOf(value: Setting | undefined): readonly Setting[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function matchingOf(written: string): 'first' | 'all' {
  const known = (['first', 'all'] as const).find(each => each === written.toLowerCase())
  if (known) return known
  throw new Stop(`Error: Unknown rule matching strategy "${written}"--must be one of first, all`, 'rule_matching')
}

function priorityOf(written: string): Priority {
  const name = written.toLowerCase() === 'info' ? 'informational' : written.toLowerCase()
  const known = priorities.find(each => each.toLowerCase() === name)
  if (known) return known
  const all = priorities.map(each => each.toLowerCase()).join(', ')
  throw new Stop(`Error: Unknown priority "${written}"--must be one of ${all}`, 'priority')
}

function switchesOf(entry: Setting): readonly RuleSwitch[] {
  if (!(entry instanceof Map)) return []
  return (['enable', 'disable'] as const).flatMap(what => {
    const which = entry.get(what)
    if (!(which instanceof Map)) return []
    const [rule, tag] = [textOf(which.get('rule')), textOf(which.get('tag'))]
    return [{ enable: what === 'enable', ...(rule !== undefined && { rule }), ...(tag !== undefined && { tag }) }]
  })
}

function appendedOf(entry: Setting): readonly AppendOutput[] {
  if (!(entry instanceof Map)) return []
  const match = entry.get('match')
  const [source, rule] = [textOf(at(entry, 'match', 'source')), textOf(at(entry, 'match', 'rule'))]
  const extraOutput = textOf(entry.get('extra_output'))
  const extraFields = listOf(entry.get('extra_fields')).flatMap(field =>
    field instanceof Map
      ? [...field].map(([name, format]) => ({ name, format: textOf(format) ?? '' }))
      : [{ name: textOf(field) ?? '' }],
  )
  return [
    {
      ...(match instanceof Map && {
        match: {
          ...(source !== undefined && { source }),
          ...(rule !== undefined && { rule }),
          tags: listOf(match.get('tags')).flatMap(tag => textOf(tag) ?? []),
        },
      }),
      ...(extraOutput !== undefined && { extraOutput }),
      ...(extraFields.length > 0 && { extraFields }),
      suggestedOutput: truth(entry.get('suggested_output')) ?? false,
    },
  ]
}
