import { allEventNames, parameterNames } from '../../validation/falco/event-types.ts'
import { loadResultJson, loadResultText } from '../../validation/falco/load-result.ts'
import { readFalcoRules } from '../../validation/falco/read.ts'
import type { FileVerdict, RuleFile, SaidByFalco } from '../../validation/falco/rule-set.ts'
import { type FalcoConfig, falcoConfigFile, readFalcoConfig } from './config.ts'
import { describedAsJson, describedRules } from './describe.ts'
import type { Disk } from './disk.ts'
import { type FalcoLog, falcoLog } from './falco-log.ts'
import { fieldList, fieldNames, type ListFormat } from './field-list.ts'
import { jsonOf } from './json-text.ts'
import { type FalcoOptions, falcoUsage, falcoVersion, readFalcoOptions } from './options.ts'
import { type LoadedRules, loadRules, ruleFilesOf } from './start.ts'

/** The machine that `falco` is started on. */
export interface Machine {
  readonly disk: Disk
  readonly hostname: string
  readonly env: ReadonlyMap<string, string>
  /** Milliseconds since 1970. */
  readonly clock: number
  /** What /proc/version holds, if anything. */
  readonly kernel?: string
}

/** Falco as far as it comes without an event. */
export interface FalcoStart {
  readonly stdout: string
  /** All that it wrote to standard error. */
  readonly stderr: string
  /** The part of that which came before `stdout`. */
  readonly log: string
  readonly exitCode: number
  /** Its own messages, as they go to the journal when the configuration says so. */
  readonly messages: readonly string[]
  /** It looks at events now; undefined when it has ended. */
  readonly live?: LiveFalco
}

export interface LiveFalco {
  readonly config: FalcoConfig
  readonly rules: LoadedRules
  readonly files: readonly RuleFile[]
  /** `-M`: after so many seconds it ends. */
  readonly seconds?: number
}

/** `error` ends it with 1 unless another code is given. */
type Ended = { readonly stdout?: string; readonly error?: string; readonly code?: number; readonly live?: LiveFalco }

/** Runs `falco` up to the point where it would wait for events: its words, its exit code. Never throws. */
export function startFalco(args: readonly string[], machine: Machine): FalcoStart {
  const options = readFalcoOptions(args)
  if ('problem' in options) return ended(falcoLog(0, quiet), { error: `Error: ${options.problem}\n` })
  if (options.flags.has('h')) return ended(falcoLog(0, quiet), { stdout: falcoUsage() })
  const path = options.values.get('c')?.at(-1) ?? falcoConfigFile
  const config = readFalcoConfig(machine.disk, path, {
    overrides: options.values.get('o') ?? [],
    env: machine.env,
    hostname: machine.env.get('FALCO_HOSTNAME') ?? machine.hostname,
  })
  // Until the configuration is read, its messages go to standard error.
  const log = falcoLog(machine.clock, 'words' in config ? loud : config.log)
  for (const text of config.warnings) log.say(text, 'warning')
  if ('words' in config) return ended(log, { error: `${config.words}\n` })
  return ended(log, afterConfig(options, config, machine, log, args))
}

const quiet = { stderr: false, level: 'info' }
const loud = { stderr: true, level: 'info' }

function ended(log: FalcoLog, { stdout = '', error, code = 1, live }: Ended): FalcoStart {
  const stderr = `${log.printed}${error ?? ''}`
  const exitCode = error === undefined ? 0 : code
  return { stdout, stderr, log: log.printed, exitCode, messages: log.messages, ...(live && { live }) }
}

function afterConfig(
  options: FalcoOptions,
  config: FalcoConfig,
  machine: Machine,
  log: FalcoLog,
  args: readonly string[],
): Ended {
  const { flags } = options
  log.say(`Falco version: ${falcoVersion} (x86_64)`)
  log.say(`CLI args: /usr/bin/falco${args.map(arg => ` ${arg}`).join('')}`, 'debug')
  log.say('Falco initialized with configuration files:')
  for (const { path, shape } of config.files) log.say(`   ${path} | schema validation: ${shape}`)
  if (flags.has('version')) return { stdout: versions }
  if (flags.has('page-size')) return { stdout: 'Your system page size is: 4096\n' }
  const isLive = config.engine === 'modern_ebpf' || config.engine === 'kmod'
  if (isLive && machine.kernel) log.say(`System info: ${machine.kernel.trim()}`)
  log.say("Loaded plugin 'container@0.7.1' from file /usr/share/falco/plugins/libcontainer.so")
  const listed = lists(options)
  if (listed) return listed
  for (const absent of ['config-schema', 'rule-schema', 'i', 'support'])
    if (flags.has(absent))
      return { error: `Error: ${absent.length > 1 ? '--' : '-'}${absent} is not simulated in this world\n` }
  const validated = options.values.get('V')
  return validated ? validate(validated, config, machine, log) : load(options, config, machine, log, isLive)
}

const versions =
  `Falco version: ${falcoVersion}\nLibs version:  0.0.0-local\nPlugin API:    3.12.0\nEngine:        0.62.0\n` +
  'Driver:\n  API version:    10.0.0\n  Schema version: 4.3.0\n  Default driver: 0.0.0-local\n'

/** `--list` and what else only tells of Falco itself. */
function lists({ flags, values }: FalcoOptions): Ended | undefined {
  const format = formatOf(flags, values)
  if (format === undefined)
    return { error: `Error: ${values.get('format')?.at(-1)} is not a format: use text, markdown or json\n` }
  const source = values.get('list')?.at(-1)
  if (source !== undefined) {
    if (source !== '' && source !== 'syscall') return { error: 'Error: Value for --list must be a valid source type\n' }
    return {
      stdout: flags.has('N')
        ? fieldNames()
            .map(name => `${name}\n`)
            .join('')
        : fieldList(format),
    }
  }
  if (flags.has('list-events')) {
    const names = [...allEventNames()].sort()
    return {
      stdout: `Schema version: 4.3.0\n\n${names.map(name => `< ${name}(${parameterNames(name).join(', ')})\n`).join('')}`,
    }
  }
  if (flags.has('list-plugins')) return { stdout: `1 Plugins Loaded:\n\n${plugin}\n` }
  const named = values.get('plugin-info')?.at(-1)
  if (named === undefined) return undefined
  return named === 'container'
    ? { stdout: plugin }
    : { error: `Error: can't find plugin and print its info: ${named}\n` }
}

const plugin = `Name: container
Description: Fields of containers and Pods
Version: 0.7.1
Capabilities:
  - Field Extraction
  - Event Parsing
  - Async Events
`

function formatOf(flags: ReadonlySet<string>, values: FalcoOptions['values']): ListFormat | undefined {
  const named = values.get('format')?.at(-1) ?? (flags.has('markdown') ? 'markdown' : 'text')
  return named === 'text' || named === 'markdown' || named === 'json' ? named : undefined
}

/** `-V`: each file's verdict, with those before it loaded. */
function validate(paths: readonly string[], config: FalcoConfig, { disk }: Machine, log: FalcoLog): Ended {
  const files: RuleFile[] = []
  for (const path of paths) {
    const found = disk.read(path)
    if ('text' in found) files.push({ name: path, text: found.text })
    else if (found.problem !== 'directory') return { error: `Error: Could not open file ${path} for reading\n` }
    else {
      log.say('Runtime error: basic_filebuf::underflow error reading the file: Is a directory. Exiting.', 'error')
      return { error: '' }
    }
  }
  log.say('Validating rules file(s):')
  for (const { name } of files) log.say(`   ${name}`)
  const { files: verdicts } = readFalcoRules(files, { appendOutput: config.appendOutput })
  const fatal = verdicts.find(({ error }) => error?.code === '')
  if (fatal?.error) return fatally(fatal.error, log)
  for (const verdict of verdicts) if (verdict.verdict === 'warnings') log.say(loadResultText(verdict, files), 'warning')
  const isBad = verdicts.some(({ verdict }) => verdict === 'invalid')
  const told = verdicts.map(verdict => `${shortText(verdict, files)}\n`).join('')
  const stdout = config.settings.json
    ? `${jsonOf({ falco_load_results: verdicts.map(each => loadResultJson(each, files)) })}\n`
    : told
  return { stdout, ...(isBad && { error: `Error: ${told}` }) }
}

/** Warnings are told by the log. */
function shortText(verdict: FileVerdict, files: readonly RuleFile[]): string {
  return verdict.verdict === 'warnings' ? `${verdict.file}: Ok, with warnings` : loadResultText(verdict, files)
}

/** What ends Falco without a code: a plugin that is not there, a question that it does not answer, or a fault of its own. */
function fatally({ message, notice }: SaidByFalco, log: FalcoLog): Ended {
  if (notice.code === 'falco-compared-event-type') {
    log.say(`Runtime error: ${message}${message.endsWith('.') ? '' : '.'} Exiting.`, 'error')
    return { error: '' }
  }
  if (notice.code === 'falco-plugin-missing') return { error: `Error: ${message}\n` }
  return { error: `Segmentation fault (core dumped)\n${message}\n`, code: 139 }
}

function load(
  { flags, values }: FalcoOptions,
  config: FalcoConfig,
  { disk }: Machine,
  log: FalcoLog,
  isLive: boolean,
): Ended {
  const named = values.get('r') ?? []
  if (named.length === 0 && config.ruleFiles.length === 0)
    return {
      error: 'Error: You must specify at least one rules file/directory via -r or a rules_file entry in falco.yaml\n',
    }
  const found = ruleFilesOf(disk, config, named)
  if ('missing' in found) return { error: `Error: Could not open file ${found.missing} for reading\n` }
  if ('unreadable' in found) return { error: `Error: Could not read rules file ${found.unreadable}\n` }
  const { files } = found
  log.say('Configured rules filenames:', 'debug')
  for (const path of named.length > 0 ? named : config.ruleFiles) log.say(`   ${path}`, 'debug')
  log.say('Loading rules from:')
  const rules = loadRules(files, config.settings)
  for (const verdict of rules.verdicts) {
    log.say(`   ${verdict.file} | schema validation: ${verdict.schema[0] ?? 'none'}`)
    const ending = toldWhileLoading(verdict, files, log)
    if (ending) return ending
  }
  for (const { enable, rule, tag } of config.settings.rules ?? [])
    log.say(
      `${enable ? 'Enabling' : 'Disabling'} rules with ${rule === undefined ? 'tag' : 'name'}: ${rule ?? tag ?? ''}`,
    )
  const set = rules.reading.value ?? { rules: [], macros: [], lists: [] }
  const one = values.get('l')?.at(-1)
  if (one !== undefined || flags.has('L')) {
    const stdout = config.settings.json ? describedAsJson(set, one) : describedRules(set, one)
    if (stdout !== undefined) return { stdout }
    log.say(`Runtime error: Rule "${one}" is not loaded. Exiting.`, 'error')
    return { error: '' }
  }
  if (flags.has('dry-run')) {
    log.say('Skipping event processing in dry-run', 'debug')
    return {}
  }
  const seconds = values.get('M')?.at(-1)
  if (isLive) {
    log.say('The chosen syscall buffer dimension is: 8388608 bytes (8 MBs)')
    log.say('Loaded event sources: syscall')
    log.say('Enabled event sources: syscall')
    log.say(
      config.engine === 'kmod'
        ? "Opening 'syscall' source with Kernel module"
        : "Opening 'syscall' source with modern BPF probe.",
    )
    if (config.engine === 'modern_ebpf') log.say("One ring buffer every '2' CPUs.")
    log.say('[libs]: Trying to open the right engine!')
  }
  return {
    live: { config, rules, files, ...(seconds !== undefined && Number(seconds) > 0 && { seconds: Number(seconds) }) },
  }
}

function toldWhileLoading(verdict: FileVerdict, files: readonly RuleFile[], log: FalcoLog): Ended | undefined {
  if (verdict.error?.code === '') return fatally(verdict.error, log)
  if (verdict.verdict === 'invalid') return { error: `Error: ${loadResultText(verdict, files)}\n` }
  if (verdict.verdict === 'warnings') log.say(loadResultText(verdict, files), 'warning')
  return undefined
}
