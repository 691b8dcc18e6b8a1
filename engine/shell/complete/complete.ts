import { join } from '../../cluster/file-tree.ts'
import { builtins } from '../builtins/builtins.ts'
import { identityOf } from '../files/accounts.ts'
import { refused } from '../files/errno.ts'
import type { Session, Shell } from '../interpreter/shell.ts'
import type { Completion, ShellState } from '../terminal.ts'
import { type Quote, quotedFor, wordAt } from './word-at.ts'

/** What completion has to know of the shell in front. */
interface Place {
  readonly session: Session
  readonly host: string
  readonly user: string
  readonly cwd: string
  readonly home: string
  readonly names: readonly string[]
  readonly variables: readonly string[]
}

const keywords = [
  'case',
  'do',
  'done',
  'elif',
  'else',
  'esac',
  'fi',
  'for',
  'function',
  'if',
  'in',
  'then',
  'time',
  'until',
  'while',
]
const beforeCommands = new Set([
  'sudo',
  'xargs',
  'time',
  'watch',
  'nohup',
  'env',
  'exec',
  'command',
  'then',
  'do',
  'else',
  '!',
  '{',
])
const wantsDirectories = new Set(['cd', 'pushd', 'rmdir'])
const candidatesAtMost = 300

function placeOf(session: Session, shell: Shell | ShellState | undefined): Place {
  if (shell && 'vars' in shell)
    return {
      session,
      host: shell.host.name,
      user: shell.who.name,
      cwd: shell.cwd,
      home: shell.vars.get('HOME')?.value ?? shell.who.home,
      names: [...shell.functions.keys(), ...shell.aliases.keys()],
      variables: shell.vars.names(),
    }
  return {
    session,
    host: shell?.host ?? 'base',
    user: shell?.user ?? 'candidate',
    cwd: shell?.cwd ?? '/',
    home: shell?.env.HOME ?? '/',
    names: Object.keys(shell?.functions ?? {}),
    variables: Object.keys(shell?.env ?? {}),
  }
}

/** What the word under the cursor could become: commands, paths, variables, hosts. */
export function complete(
  session: Session,
  shell: Shell | ShellState | undefined,
  line: string,
  cursor: number,
): Completion {
  const place = placeOf(session, shell)
  const word = wordAt(line, cursor)
  const variable = /\$(\{?)(\w*)$/.exec(word.raw)
  if (variable && word.quote !== "'") {
    const lead = word.raw.slice(0, variable.index)
    const found = place.variables.filter(name => name.startsWith(variable[2] ?? ''))
    const close = variable[1] === '{' ? '}' : ''
    return answer(
      word.from,
      found.map(name => `${lead}$${variable[1]}${name}${close}`),
    )
  }
  const assigned = /^[A-Za-z_]\w*=/.exec(word.text)?.[0] ?? (/^--[\w-]+=/.exec(word.text)?.[0] || '')
  if (word.first && assigned === '' && !word.text.includes('/'))
    return answer(
      word.from,
      commands(place, word.text).map(name => `${name} `),
    )
  if (beforeCommands.has(word.command) && !word.text.includes('/') && !word.text.startsWith('-')) {
    const found = commands(place, word.text)
    if (found.length > 0)
      return answer(
        word.from,
        found.map(name => `${name} `),
      )
  }
  if (word.command === 'ssh') return answer(word.from, hosts(place, word.text))
  if (word.command === 'scp' && !/[:/]/.test(word.text)) {
    const found = hosts(place, word.text).map(name => `${name.trimEnd()}:`)
    return answer(word.from, [...found, ...paths(place, word.text, word.quote, false)])
  }
  if (word.command === 'export' || word.command === 'unset')
    return answer(
      word.from,
      place.variables.filter(name => name.startsWith(word.text)),
    )
  const rest = word.text.slice(assigned.length)
  const found = paths(place, rest, word.quote, wantsDirectories.has(word.command))
  return answer(
    word.from,
    found.map(path => assigned + path),
  )
}

function answer(from: number, candidates: readonly string[]): Completion {
  return { from, candidates: [...new Set(candidates)].sort().slice(0, candidatesAtMost) }
}

function commands(place: Place, text: string): readonly string[] {
  const all = [...keywords, ...Object.keys(builtins), ...place.session.commandNames(), ...place.names]
  return all.filter(name => name.startsWith(text) && name !== '')
}

function hosts(place: Place, text: string): readonly string[] {
  const cut = text.lastIndexOf('@') + 1
  const all = [...place.session.world.hosts.keys()]
  return all.filter(name => name.startsWith(text.slice(cut))).map(name => `${text.slice(0, cut)}${name} `)
}

/** Paths that go on from what is typed, as the shell's user may see them. */
function paths(place: Place, text: string, quote: Quote, directories: boolean): readonly string[] {
  const host = place.session.world.hosts.get(place.host)
  const who = host && identityOf(host, place.user)
  if (!host || !who) return []
  const files = place.session.filesOf(host, who)
  const cut = text.lastIndexOf('/') + 1
  const [typed, start] = [text.slice(0, cut), text.slice(cut)]
  const real = typed.startsWith('~/')
    ? place.home + typed.slice(1)
    : typed.startsWith('/')
      ? typed
      : join(place.cwd, typed)
  const names = files.list(real === '' ? place.cwd : real)
  if (refused(names)) return []
  return names
    .filter(name => name.startsWith(start) && (start.startsWith('.') || !name.startsWith('.')))
    .flatMap(name => {
      const stat = files.stat(`${real.replace(/(?<=.)\/+$/, '')}/${name}`)
      const isDirectory = !refused(stat) && stat.kind === 'directory'
      if (directories && !isDirectory) return []
      return [quotedFor(typed + name, quote) + (isDirectory ? '/' : quote === '' ? ' ' : `${quote} `)]
    })
}
