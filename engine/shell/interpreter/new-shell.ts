import type { Host } from '../../cluster/world.ts'
import type { Identity } from '../files/accounts.ts'
import type { Descriptor, Session, Shell } from './shell.ts'
import { createVariables } from './variables.ts'

interface Beginning {
  readonly host: Host
  readonly who: Identity
  readonly env: ReadonlyMap<string, string>
  readonly cwd: string
  readonly fds: Map<number, Descriptor>
  readonly umask: number
  readonly random: number
}

/** What `set -o` and `shopt` say of a bash that has just started. */
export const usualOptions: ReadonlySet<string> = new Set(['braceexpand', 'hashall', 'interactive-comments'])
export const usualShopt: ReadonlySet<string> = new Set([
  'checkwinsize',
  'cmdhist',
  'complete_fullquote',
  'extquote',
  'force_fignore',
  'globasciiranges',
  'hostcomplete',
  'interactive_comments',
  'patsub_replacement',
  'progcomp',
  'promptvars',
  'sourcepath',
])

/** A fresh shell that knows only its environment. */
export function newShell(session: Session, from: Beginning): Shell {
  const vars = createVariables()
  for (const [name, value] of from.env) {
    if (!/^[A-Za-z_]\w*$/.test(name)) continue
    const it = vars.claim(name)
    it.value = value
    it.exported = true
  }
  const pwd = vars.claim('PWD')
  pwd.value = from.cwd
  pwd.exported = true
  vars.claim('IFS').value = ' \t\n'
  vars.claim('OPTIND').value = '1'
  vars.claim('PS4').value = '+ '
  return {
    session,
    host: from.host,
    who: from.who,
    files: session.filesOf(from.host, from.who),
    vars,
    functions: new Map(),
    aliases: new Map(),
    aliasesInForce: new Map(),
    options: new Set(usualOptions),
    shopt: new Set(usualShopt),
    traps: new Map(),
    hashed: new Map(),
    fds: from.fds,
    positional: [],
    name0: 'bash',
    voice: { name: 'bash', lines: true, given: true },
    cwd: from.cwd,
    umask: from.umask,
    lastExit: 0,
    lastArgument: '',
    pipeStatus: [0],
    lastJob: undefined,
    jobExits: new Map(),
    line: 1,
    lineBase: 0,
    random: from.random,
    secondsFrom: Math.floor(session.world.clock / 1000),
    calls: [],
    directories: [],
    unchecked: 0,
    depth: 0,
    loops: 0,
    subshell: 0,
    sourcing: 0,
    interactive: false,
    standsIn: false,
    substituted: undefined,
    getoptsAt: 1,
  }
}
