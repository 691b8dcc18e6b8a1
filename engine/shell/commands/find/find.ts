import { join, parentOf } from '../../../cluster/file-tree.ts'
import { accounts, groupName, groups, userName } from '../../files/accounts.ts'
import { refused, sentence } from '../../files/errno.ts'
import type { Stat } from '../../files/files.ts'
import { applyMode, modeText } from '../../files/modes.ts'
import { strftime } from '../../files/strftime.ts'
import { matcher } from '../../interpreter/pattern.ts'
import { compileRegex } from '../../regex/posix.ts'
import { sourceOf } from '../../streams/stream.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { readDate } from '../date/read-date.ts'
import { whole } from '../grep/matching.ts'
import { linkCount } from '../link-count.ts'
import { listTime } from '../ls/list-time.ts'
import { inode } from '../ls/ls.ts'
import { type Makers, readExpression, type Test, type Visited } from './expression.ts'

const kindLetters = { directory: 'd', file: 'f', link: 'l', device: 'c' }
const sizes: Readonly<Record<string, number>> = { '': 512, b: 512, c: 1, w: 2, k: 1024, M: 1048576, G: 1073741824 }

export const find: Command = async (args, context) => {
  let index = 0
  let follow = false
  for (; /^-[HLP]$/.test(args[index] ?? ''); index++) follow = args[index] === '-L'
  const paths: string[] = []
  for (; index < args.length && !/^[-(!,]/.test(args[index] ?? ''); index++) paths.push(args[index] ?? '')
  const state = { code: 0, stopped: false }
  const complain = async (text: string) => {
    state.code = 1
    await context.stderr.write(`find: ${text}\n`)
  }
  const words = args
    .slice(index)
    .filter(
      word => word !== '-noleaf' && word !== '-xdev' && word !== '-mount' && word !== '-warn' && word !== '-nowarn',
    )
  let regexType: 'basic' | 'extended' = 'basic'
  const typed = words.indexOf('-regextype')
  if (typed >= 0) {
    if (/extended|egrep|awk/.test(words[typed + 1] ?? '')) regexType = 'extended'
    words.splice(typed, 2)
  }
  const made = readExpression(words, makers(context, state, complain, regexType))
  if ('problem' in made) return failed(`find: ${made.problem}\n`)
  const visit = async (path: string, depth: number, top: string): Promise<void> => {
    if (state.stopped) return
    await context.work(4096)
    const at = context.at(path)
    const link = context.files.lstat(at)
    const real = context.files.stat(at)
    const stat = follow && !refused(real) ? real : link
    if (refused(stat)) return complain(`‘${path}’: ${sentence(stat.errno)}`)
    const bare = path.replace(/(?<=.)\/+$/, '')
    const file: Visited = {
      path,
      name: bare === '/' ? '/' : bare.slice(bare.lastIndexOf('/') + 1),
      stat,
      depth,
      top,
      prune: false,
    }
    const look = async () => {
      if (depth >= made.minDepth && (await made.test(file)) && !made.acts) await context.stdout.write(`${path}\n`)
    }
    if (!made.depth) await look()
    if (stat.kind === 'directory' && depth < made.maxDepth && !file.prune && !state.stopped) {
      const names = context.files.list(at)
      if (refused(names)) await complain(`‘${path}’: ${sentence(names.errno)}`)
      else for (const name of names) await visit(path.endsWith('/') ? path + name : join(path, name), depth + 1, top)
    }
    if (made.depth) await look()
  }
  try {
    for (const path of paths.length > 0 ? paths : ['.']) await visit(path, 0, path)
  } catch (thrown) {
    if (thrown !== stop) throw thrown
  }
  await made.finish()
  return { stdout: '', stderr: '', exitCode: state.code }
}

/** What `-quit` throws. */
const stop = { stopped: true }

type Complain = (text: string) => Promise<void>

function compared(value: string, what: string): ((amount: number) => boolean) | { readonly problem: string } {
  const found = /^([-+]?)(\d+)$/.exec(value)
  if (!found) return { problem: `invalid argument \`${value}' to \`${what}'` }
  const number = Number(found[2])
  return found[1] === '+'
    ? amount => amount > number
    : found[1] === '-'
      ? amount => amount < number
      : amount => amount === number
}

function makers(
  context: CommandContext,
  state: { code: number; stopped: boolean },
  complain: Complain,
  regexType: 'basic' | 'extended',
): Makers {
  const { files, host, world } = context
  const aged = (what: string, unit: number) => (value: string) => {
    const test = compared(value, what)
    return 'problem' in test ? test : (file: Visited) => test(Math.floor((world.clock - file.stat.mtime) / unit))
  }
  const named = (fold: boolean, pick: (file: Visited) => string) => (pattern: string) => {
    const matches = matcher(pattern, fold)
    return (file: Visited) => matches(pick(file))
  }
  const newer = (value: string): Test | { readonly problem: string } => {
    const stat = files.stat(context.at(value))
    return refused(stat) ? { problem: `‘${value}’: ${sentence(stat.errno)}` } : file => file.stat.mtime > stat.mtime
  }
  const regex = (fold: boolean) => (source: string) => {
    const made = compileRegex(source, { extended: regexType === 'extended', fold })
    if ('problem' in made) return { problem: made.problem }
    const full = whole(made)
    return (file: Visited) => full.test(file.path)
  }
  const owner =
    (ids: readonly { readonly name: string; readonly id: number }[], what: string, pick: (stat: Stat) => number) =>
    (value: string) => {
      const id = ids.find(it => it.name === value)?.id ?? (/^\d+$/.test(value) ? Number(value) : undefined)
      return id === undefined
        ? { problem: `‘${value}’ is not the name of ${what === 'user' ? 'a known user' : 'an existing group'}` }
        : (file: Visited) => pick(file.stat) === id
    }
  const counted = (what: string, pick: (file: Visited) => number) => (value: string) => {
    const test = compared(value, what)
    return 'problem' in test ? test : (file: Visited) => test(pick(file))
  }
  const print = async (text: string) => {
    await context.stdout.write(text)
    return true
  }
  return {
    plain: {
      '-true': () => true,
      '-false': () => false,
      '-print': file => print(`${file.path}\n`),
      '-print0': file => print(`${file.path}\0`),
      '-ls': file => print(listed(file, context)),
      '-prune': file => {
        file.prune = true
        return true
      },
      '-depth': () => true,
      '-d': () => true,
      '-quit': () => {
        state.stopped = true
        throw stop
      },
      '-empty': file => {
        if (file.stat.kind === 'file') return file.stat.size === 0
        const names = file.stat.kind === 'directory' ? files.list(file.stat.path) : undefined
        return names !== undefined && !refused(names) && names.length === 0
      },
      '-readable': file => files.may(context.at(file.path), 'r'),
      '-writable': file => files.may(context.at(file.path), 'w'),
      '-executable': file => files.may(context.at(file.path), 'x'),
      '-nouser': file => !accounts(host).some(it => it.uid === file.stat.uid),
      '-nogroup': file => !groups(host).some(it => it.gid === file.stat.gid),
      '-follow': () => true,
      '-daystart': () => true,
      '-delete': async file => {
        if (file.path === '.' || file.path === '..') return true
        const at = context.at(file.path)
        const why = file.stat.kind === 'directory' ? files.removeDirectory(at) : files.unlink(at)
        if (why) await complain(`cannot delete ‘${file.path}’: ${sentence(why)}`)
        return !why
      },
    },
    valued: {
      '-name': named(false, file => file.name),
      '-iname': named(true, file => file.name),
      '-path': named(false, file => file.path),
      '-wholename': named(false, file => file.path),
      '-ipath': named(true, file => file.path),
      '-lname': named(false, file => file.stat.target ?? ''),
      '-regex': regex(false),
      '-iregex': regex(true),
      '-type': value => {
        const letters = value.split(',')
        const wrong = letters.find(letter => !/^[bcdpflsD]$/.test(letter))
        if (wrong !== undefined) return { problem: `Unknown argument to -type: ${wrong}` }
        return file => letters.includes(kindLetters[file.stat.kind])
      },
      '-xtype': value => file => {
        const real = files.stat(context.at(file.path))
        return kindLetters[refused(real) ? 'link' : real.kind] === value
      },
      '-size': value => {
        const found = /^([-+]?\d+)([bcwkMG]?)$/.exec(value)
        if (!found) return { problem: `Invalid argument \`${value}' to -size` }
        const unit = sizes[found[2] ?? ''] ?? 512
        const test = compared(found[1] ?? '', '-size')
        return 'problem' in test ? test : file => test(Math.ceil(file.stat.size / unit))
      },
      '-mtime': aged('-mtime', 86_400_000),
      '-ctime': aged('-ctime', 86_400_000),
      '-atime': aged('-atime', 86_400_000),
      '-mmin': value => {
        const found = /^([-+]?)(\d+)$/.exec(value)
        if (!found) return { problem: `invalid argument \`${value}' to \`-mmin'` }
        const minutes = (file: Visited) => (world.clock - file.stat.mtime) / 60_000
        const limit = Number(found[2])
        return file =>
          found[1] === '+'
            ? minutes(file) > limit
            : found[1] === '-'
              ? minutes(file) < limit
              : Math.ceil(minutes(file)) === limit
      },
      '-newer': newer,
      '-newermt': value => {
        const when = readDate(value, world.clock)
        return when === undefined
          ? { problem: `I cannot figure out how to interpret ‘${value}’ as a date or time` }
          : file => file.stat.mtime > when
      },
      '-perm': value => {
        const sign = /^[-/]/.exec(value)?.[0] ?? ''
        const mode = applyMode(value.slice(sign.length), 0, false, 0)
        if (mode === undefined) return { problem: `invalid mode ‘${value}’` }
        if (sign === '-') return file => (file.stat.mode & mode) === mode
        if (sign === '/') return file => mode === 0 || (file.stat.mode & mode) !== 0
        return file => file.stat.mode === mode
      },
      '-user': owner(
        accounts(host).map(it => ({ name: it.name, id: it.uid })),
        'user',
        stat => stat.uid,
      ),
      '-group': owner(
        groups(host).map(it => ({ name: it.name, id: it.gid })),
        'group',
        stat => stat.gid,
      ),
      '-uid': counted('-uid', file => file.stat.uid),
      '-gid': counted('-gid', file => file.stat.gid),
      '-links': counted('-links', file => linkCount(files, file.stat)),
      '-inum': counted('-inum', file => inode(file.stat.path)),
      '-samefile': value => file => {
        const stat = files.stat(context.at(value))
        return !refused(stat) && stat.path === file.stat.path
      },
      '-printf': format => file => print(filled(format, file, context)),
    },
    exec: (words, gather, here) => {
      const gathered: string[] = []
      const runIn = async (argv: readonly string[], cwd?: string): Promise<number> => {
        const [name = ''] = argv
        if (!context.knows(name)) {
          await complain(`‘${name}’: No such file or directory`)
          return 127
        }
        return context.run(argv, { stdin: sourceOf(''), ...(cwd === undefined ? {} : { cwd }) })
      }
      return {
        test: async file => {
          const path = here ? `./${file.name}` : file.path
          if (gather) {
            gathered.push(path)
            return true
          }
          return (
            (await runIn(
              words.map(word => word.replaceAll('{}', path)),
              here ? parentOf(context.at(file.path)) : undefined,
            )) === 0
          )
        },
        finish: async () => {
          if (!gather || gathered.length === 0) return
          if ((await runIn([...words, ...gathered])) !== 0) state.code = 1
        },
      }
    },
  }
}

function listed({ path, stat }: Visited, context: CommandContext): string {
  const size = stat.kind === 'directory' ? 4 : Math.ceil(stat.size / 4096) * 4
  const who = `${userName(context.host, stat.uid).padEnd(8)} ${groupName(context.host, stat.gid).padEnd(8)}`
  const target = stat.target === undefined ? '' : ` -> ${stat.target}`
  return `${String(inode(stat.path)).padStart(9)} ${String(size).padStart(6)} ${modeText(stat.kind, stat.mode)} ${String(linkCount(context.files, stat)).padStart(3)} ${who} ${String(stat.size).padStart(8)} ${listTime(stat.mtime, context.world.clock)} ${path}${target}\n`
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\', '0': '\0', a: '\x07', r: '\r' }

function filled(format: string, file: Visited, context: CommandContext): string {
  const { stat, path } = file
  const seconds = `${Math.floor(stat.mtime / 1000)}.${String(stat.mtime % 1000).padStart(3, '0')}0000000`
  const values: Readonly<Record<string, () => string | number>> = {
    '%': () => '%',
    d: () => file.depth,
    f: () => file.name,
    g: () => groupName(context.host, stat.gid),
    G: () => stat.gid,
    h: () => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'),
    H: () => file.top,
    i: () => inode(stat.path),
    k: () => Math.ceil(stat.size / 1024),
    l: () => stat.target ?? '',
    m: () => stat.mode.toString(8),
    M: () => modeText(stat.kind, stat.mode),
    n: () => linkCount(context.files, stat),
    p: () => path,
    P: () => (path === file.top ? '' : path.slice(file.top.length).replace(/^\//, '')),
    s: () => stat.size,
    t: () => strftime('%a %b %e %H:%M:%S.%N0 %Y', stat.mtime),
    u: () => userName(context.host, stat.uid),
    U: () => stat.uid,
    y: () => kindLetters[stat.kind],
    Y: () => {
      const real = context.files.stat(context.at(path))
      return refused(real) ? (real.errno === 'ELOOP' ? 'L' : 'N') : kindLetters[real.kind]
    },
  }
  return format.replace(
    /\\(.)|%([-0#]*\d*)(?:\.\d+)?(T.|[A-Za-z%])/gs,
    (all, letterAfter: string | undefined, width: string, letter: string) => {
      if (letterAfter !== undefined) return escapes[letterAfter] ?? all
      if (letter.startsWith('T')) {
        if (letter === 'T@') return seconds
        if (letter === 'T+') return strftime('%Y-%m-%d+%H:%M:%S.%N0', stat.mtime)
        return strftime(`%${letter.slice(1)}`, stat.mtime)
      }
      const value = Object.hasOwn(values, letter) ? values[letter] : undefined
      if (!value) return all
      const text = String(value())
      return width.startsWith('-') ? text.padEnd(Number(width.slice(1))) : text.padStart(Number(width))
    },
  )
}
