/** What `falco` is asked for. */
export interface FalcoOptions {
  readonly flags: ReadonlySet<string>
  /** Option → its values in order. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

interface OptionKind {
  readonly letter?: string
  readonly name?: string
  /** What stands for its value in the help; none for a flag. An implied value makes the value optional. */
  readonly value?: string
  readonly implied?: string
  readonly number?: true
  readonly says: string
}

/** The options of Falco 0.44.1. */
export const falcoOptions: readonly OptionKind[] = [
  { letter: 'h', name: 'help', says: 'Print this list and exit.' },
  { letter: 'c', value: 'path', says: 'Configuration file. Default: /etc/falco/falco.yaml.' },
  { name: 'config-schema', says: 'Print the JSON schema of the configuration and exit.' },
  { name: 'rule-schema', says: 'Print the JSON schema of rule files and exit.' },
  { letter: 'A', says: 'Look at all events that rules name, even those that are left out for speed.' },
  { name: 'disable-source', value: 'event_source', says: 'Turn a source of events off.' },
  { name: 'dry-run', says: 'Do everything but look at events.' },
  { name: 'enable-source', value: 'event_source', says: 'Turn on this source of events only.' },
  { letter: 'i', says: 'Print the events that are left out for speed and exit.' },
  { letter: 'L', says: 'Show name and description of all rules and exit.' },
  { letter: 'l', value: 'rule', says: 'Show name and description of one rule and exit.' },
  { name: 'list', value: 'source', implied: '', says: 'List the fields, of one source or of all, and exit.' },
  { name: 'list-events', says: 'List the events and exit.' },
  { name: 'list-plugins', says: 'Print what is known of the loaded plugins and exit.' },
  { letter: 'M', value: 'num_seconds', number: true, says: 'Stop after so many seconds.' },
  { name: 'markdown', says: 'Print lists as Markdown.' },
  { name: 'format', value: 'format', says: 'How lists are printed: text, markdown or json.' },
  { letter: 'N', says: 'With --list: print names of fields only.' },
  { letter: 'o', name: 'option', value: 'opt=val', says: 'Set a value of the configuration. May be repeated.' },
  { name: 'plugin-info', value: 'plugin_name', says: 'Print what is known of one plugin and exit.' },
  { letter: 'p', name: 'print', value: 'output_format', says: 'Deprecated. Use append_output in falco.yaml.' },
  { letter: 'P', name: 'pidfile', value: 'pid_file', says: 'Write the process id into a file.' },
  {
    letter: 'r',
    value: 'rules_file',
    says: 'A rule file or directory, in place of those in falco.yaml. May be repeated.',
  },
  { name: 'support', says: 'Print what a report of a fault needs and exit.' },
  { letter: 'U', name: 'unbuffered', says: 'Write every alert at once.' },
  { letter: 'V', name: 'validate', value: 'rules_file', says: 'Check rule files and exit. May be repeated.' },
  { letter: 'v', says: 'Print more.' },
  { name: 'version', says: 'Print the version and exit.' },
  { name: 'page-size', says: "Print the system's page size and exit." },
]

/** The name that an option is known by in `FalcoOptions`: its letter where it has one. */
function keyOf({ letter, name }: OptionKind): string {
  return letter ?? name ?? ''
}

const curly = (text: string) => `‘${text}’`

/** Reads the words behind `falco`; a sentence of Falco's says what is wrong. */
export function readFalcoOptions(args: readonly string[]): FalcoOptions | { readonly problem: string } {
  const flags = new Set<string>()
  const values = new Map<string, readonly string[]>()
  const put = (kind: OptionKind, value: string): string | undefined => {
    if (kind.number && !/^[+-]?\d+$/.test(value)) return `Argument ${curly(value)} failed to parse`
    values.set(keyOf(kind), [...(values.get(keyOf(kind)) ?? []), value])
    return undefined
  }
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--') break
    const [, long, joined] = /^--([a-zA-Z0-9][\w-]+)(?:=(.*))?$/s.exec(arg) ?? []
    let problem: string | undefined
    if (long !== undefined) {
      const kind = falcoOptions.find(({ name }) => name === long)
      if (!kind) problem = `Option ${curly(long)} does not exist`
      else if (!kind.value) flags.add(keyOf(kind))
      else {
        const value = joined ?? kind.implied ?? args[++index]
        problem = value === undefined ? `Option ${curly(long)} is missing an argument` : put(kind, value)
      }
    } else if (/^-[^-]/.test(arg)) {
      for (let at = 1; at < arg.length; at++) {
        const letter = arg.charAt(at)
        const kind = falcoOptions.find(each => each.letter === letter)
        if (!kind) {
          problem = `Option ${curly(letter)} does not exist`
          break
        }
        if (!kind.value) {
          flags.add(keyOf(kind))
          continue
        }
        const value = at + 1 < arg.length ? arg.slice(at + 1) : args[++index]
        problem = value === undefined ? `Option ${curly(letter)} is missing an argument` : put(kind, value)
        break
      }
    }
    if (problem !== undefined) return { problem }
  }
  return { flags, values }
}

const column = 30

/** What `falco --help` prints. */
export function falcoUsage(): string {
  const lines = falcoOptions.map(({ letter, name, value, implied, says }) => {
    const names = `${letter ? `-${letter}` : '   '}${letter && name ? ', ' : letter ? '' : ' '}${name ? `--${name}` : ''}`
    const shown = value === undefined ? '' : implied === undefined ? ` <${value}>` : ` [=<${value}>(=${implied})]`
    const head = `  ${names}${shown}`
    return `${head.length < column + 2 ? head.padEnd(column + 2) : `${head}\n${' '.repeat(column + 2)}`}${says}\n`
  })
  return `Falco version: ${falcoVersion} (x86_64)\nUsage:\n  falco [OPTION...]\n\n${lines.join('')}\n`
}

export const falcoVersion = '0.44.1'
