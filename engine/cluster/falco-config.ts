import type { FalcoSettings, RuleSwitch } from '../validation/falco/alerts.ts'
import { type Priority, priorities } from '../validation/falco/rule-set.ts'
import type { Path, Range } from '../yaml/range.ts'
import { readYaml, type YamlDocument } from '../yaml/read-yaml.ts'

export const falcoConfigFile = '/etc/falco/falco.yaml'

/** What falco.yaml says about rules and alerts. */
export interface FalcoConfig {
  /** Files and directories as written, in order. */
  readonly ruleFiles: readonly string[]
  /** Directories with more configuration. */
  readonly configFolders: readonly string[]
  readonly settings: FalcoSettings
}

/** Falco's words for a configuration that it does not start with. */
export interface RefusedConfig {
  readonly words: string
  readonly range?: Range
}

/** Ends the reading of the configuration: thrown by its parts, caught in `readFalcoConfig`, and nowhere else. */
class Stop extends Error {
  readonly why: RefusedConfig | { readonly undecided: string }
  constructor(why: RefusedConfig | { readonly undecided: string }) {
    super('falco.yaml')
    this.why = why
  }
}

/** Reads falco.yaml as Falco 0.44 does, with its defaults. Keys that say nothing about rules and alerts are passed over. */
export function readFalcoConfig(text: string): FalcoConfig | RefusedConfig | { readonly undecided: string } {
  const { documents, findings } = readYaml(text)
  const broken = findings.find(({ severity }) => severity === 'error')
  if (broken)
    return {
      words: `Cannot read config file (${falcoConfigFile}): ${broken.message}`,
      ...(broken.range && { range: broken.range }),
    }
  const [document] = documents
  const keys = isMap(document?.value) ? document.value : {}
  try {
    return {
      ruleFiles: ruleFiles(keys, document),
      configFolders: words(keys.config_files ?? ['/etc/falco/config.d'], 'config_files'),
      settings: {
        ruleMatching: ruleMatching(keys, document),
        priority: leastPriority(keys, document),
        suggestedOutput: suggestedOutput(keys.append_output),
        rules: switches(keys.rules),
        timeFormatIso: keys.time_format_iso_8601 === true,
      },
    }
  } catch (stop) {
    if (stop instanceof Stop) return stop.why
    throw stop
  }
}

type Keys = Readonly<Record<string, unknown>>

function ruleFiles(keys: Keys, document: YamlDocument | undefined): readonly string[] {
  const [many, one] = [keys.rules_files, keys.rules_file]
  if (many !== undefined && one !== undefined)
    refuse(`Error: Error reading config file (${falcoConfigFile}): both 'rules_files' and 'rules_file' keys set`, [
      document,
      ['rules_file'],
    ])
  const named = words(many ?? one ?? [], 'rules_files')
  if (named.length === 0)
    refuse('Error: You must specify at least one rules file/directory via -r or a rules_file entry in falco.yaml')
  return named
}

function ruleMatching(keys: Keys, document: YamlDocument | undefined): 'first' | 'all' {
  const written = word(keys.rule_matching ?? 'first', 'rule_matching')
  const known = (['first', 'all'] as const).find(it => it === written.toLowerCase())
  if (known) return known
  const said = `Error: Unknown rule matching strategy "${written}"--must be one of first, all`
  return refuse(said, [document, ['rule_matching']])
}

function leastPriority(keys: Keys, document: YamlDocument | undefined): Priority {
  const written = word(keys.priority ?? 'debug', 'priority')
  const name = written.toLowerCase() === 'info' ? 'informational' : written.toLowerCase()
  const known = priorities.find(it => it.toLowerCase() === name)
  if (known) return known
  const all = priorities.map(it => it.toLowerCase()).join(', ')
  return refuse(`Error: Unknown priority "${written}"--must be one of ${all}`, [document, ['priority']])
}

function suggestedOutput(written: unknown): boolean {
  if (written === undefined || written === null) return false
  const entries = Array.isArray(written) ? written : [written]
  for (const entry of entries)
    if (!isMap(entry) || Object.keys(entry).join() !== 'suggested_output')
      unknown('what `append_output` in falco.yaml adds')
  return entries.some(entry => isMap(entry) && entry.suggested_output === true)
}

function switches(written: unknown): readonly RuleSwitch[] {
  if (written === undefined || written === null) return []
  if (!Array.isArray(written)) return unknown('what `rules` in falco.yaml switches')
  return written.flatMap((entry): readonly RuleSwitch[] =>
    Object.entries(isMap(entry) ? entry : { '': entry }).map(([what, which]) => {
      if ((what !== 'enable' && what !== 'disable') || !isMap(which))
        return unknown('what `rules` in falco.yaml switches')
      const { rule, tag } = which
      return {
        enable: what === 'enable',
        ...(rule !== undefined && { rule: word(rule, 'rules') }),
        ...(tag !== undefined && { tag: word(tag, 'rules') }),
      }
    }),
  )
}

/** A list, or one word for a list of one. */
function words(written: unknown, key: string): readonly string[] {
  if (written === null) return []
  return (Array.isArray(written) ? written : [written]).map(each => word(each, key))
}

function word(written: unknown, key: string): string {
  if (typeof written !== 'string') return unknown(`what \`${key}\` in falco.yaml says`)
  return written.includes('${') ? unknown('the environment that Falco starts in') : written
}

function refuse(said: string, at?: readonly [YamlDocument | undefined, Path]): never {
  const range = at?.[0]?.rangeOf(at[1])
  throw new Stop({ words: said, ...(range && { range }) })
}

function unknown(what: string): never {
  throw new Stop({ undecided: `${what} is not known` })
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
