import { identityOf } from './files/accounts.ts'
import { declaration } from './interpreter/declared.ts'
import { newShell, usualOptions, usualShopt } from './interpreter/new-shell.ts'
import { quoted } from './interpreter/quote.ts'
import { runText } from './interpreter/run.ts'
import type { Session, Shell } from './interpreter/shell.ts'
import { ttySink, ttySource } from './streams/tty.ts'
import { printFunction } from './syntax/print.ts'
import type { ShellState } from './terminal.ts'

const own = new Set(['IFS', 'OPTIND', 'PS4', 'PWD'])
const usualIfs = ' \t\n'

/** Everything that a shell has to remember, as JSON. */
export function shellState(shell: Shell): ShellState {
  const env: Record<string, string> = {}
  const exported: string[] = []
  const declared: string[] = []
  for (const name of shell.vars.names()) {
    const it = shell.vars.get(name)
    if (!it) continue
    const plain = !it.array && !it.map && !it.integer && !it.letters && !it.reference && !it.readonly
    if (!plain || (it.value === undefined && it.exported)) declared.push(declaration(name, it))
    else if (it.value !== undefined && !(own.has(name) && it.value === usual(shell, name))) {
      env[name] = it.value
      if (it.exported) exported.push(name)
    }
  }
  const functions: Record<string, string> = {}
  for (const [name, definition] of shell.functions) functions[name] = printFunction(definition)
  return {
    host: shell.host.name,
    user: shell.who.name,
    cwd: shell.cwd,
    env,
    exported,
    preamble: [
      ...preamble(shell),
      ...declared.filter(line => !line.startsWith('declare -a PIPESTATUS')),
      ...last(shell),
    ]
      .map(line => `${line}\n`)
      .join(''),
    functions,
    lastExit: shell.lastExit,
  }
}

function usual(shell: Shell, name: string): string | undefined {
  return { IFS: usualIfs, OPTIND: '1', PS4: '+ ', PWD: shell.cwd }[name]
}

function preamble(shell: Shell): readonly string[] {
  return [
    ...[...shell.aliases].map(([name, value]) => `alias ${name}=${quoted(value)}`),
    ...[...shell.traps].map(([name, text]) => `trap -- ${quoted(text)} ${name}`),
    ...(shell.positional.length > 0 ? [`set -- ${shell.positional.map(quoted).join(' ')}`] : []),
    ...(shell.directories.length > 0 ? [`pushd -n ${shell.directories.map(quoted).join(' ')}`] : []),
    ...(shell.umask === 0o022 ? [] : [`umask ${shell.umask.toString(8).padStart(4, '0')}`]),
    `RANDOM=${shell.random}`,
    `SECONDS=${Math.floor(shell.session.world.clock / 1000) - shell.secondsFrom}`,
  ]
}

function last(shell: Shell): readonly string[] {
  const differ = (now: ReadonlySet<string>, before: ReadonlySet<string>, on: string, off: string) => [
    ...[...now].filter(name => !before.has(name)).map(name => `${on} ${name}`),
    ...[...before].filter(name => !now.has(name)).map(name => `${off} ${name}`),
  ]
  return [
    ...differ(shell.shopt, usualShopt, 'shopt -s', 'shopt -u'),
    ...differ(shell.options, usualOptions, 'set -o', 'set +o').sort((a, b) => (a < b ? 1 : -1)),
  ]
}

/** Makes a shell from what was remembered: its variables first, then its lines are read again. */
export async function restoreShell(session: Session, state: ShellState): Promise<Shell> {
  const host = session.world.hosts.get(state.host) ?? [...session.world.hosts.values()][0]
  if (!host) throw new Error('a world without hosts')
  const who = identityOf(host, state.user) ?? { name: state.user, uid: 65534, gid: 65534, groups: [65534], home: '/' }
  const exported = new Set(state.exported)
  const shell = newShell(session, {
    host,
    who,
    env: new Map(Object.entries(state.env).filter(([name]) => exported.has(name))),
    cwd: state.cwd,
    fds: new Map([
      [0, { source: ttySource(session) }],
      [1, { sink: ttySink(session) }],
      [2, { sink: ttySink(session) }],
    ]),
    umask: 0o022,
    random: 0,
  })
  shell.name0 = '-bash'
  shell.interactive = true
  shell.voice = { name: 'bash', lines: false }
  for (const [name, value] of Object.entries(state.env)) if (!exported.has(name)) shell.vars.claim(name).value = value
  for (const text of Object.values(state.functions)) await runText(shell, text)
  await runText(shell, state.preamble)
  shell.lastExit = state.lastExit
  return shell
}
