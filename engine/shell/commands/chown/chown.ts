import { join } from '../../../cluster/file-tree.ts'
import { accounts, groupName, groups, userName } from '../../files/accounts.ts'
import { refused } from '../../files/errno.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { complaints } from '../complaints.ts'
import { curly, quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

const long = {
  recursive: 'R',
  changes: 'c',
  quiet: 'f',
  silent: 'f',
  verbose: 'v',
  'no-dereference': 'h',
  'reference=': 'reference',
  'from=': 'from',
  dereference: 'dereference',
}

interface Owner {
  readonly uid?: number
  readonly gid?: number
}

function userId(name: string, { host }: CommandContext): number | undefined {
  const account = accounts(host).find(it => it.name === name)
  return account?.uid ?? (/^\+?\d+$/.test(name) ? Number(name) : undefined)
}

function groupId(name: string, { host }: CommandContext): number | undefined {
  const group = groups(host).find(it => it.name === name)
  return group?.gid ?? (/^\+?\d+$/.test(name) ? Number(name) : undefined)
}

function ownerIn(text: string, context: CommandContext): Owner | { readonly problem: string } {
  const cut = text.search(/[:.]/)
  const user = cut < 0 ? text : text.slice(0, cut)
  const group = cut < 0 ? undefined : text.slice(cut + 1)
  const uid = user === '' ? undefined : userId(user, context)
  if (user !== '' && uid === undefined) return { problem: `invalid user: ${curly(text)}` }
  if (group === undefined) return uid === undefined ? {} : { uid }
  const gid = group === '' ? accounts(context.host).find(it => it.uid === uid)?.gid : groupId(group, context)
  if (group !== '' && gid === undefined) return { problem: `invalid group: ${curly(text)}` }
  return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) }
}

function changing(program: 'chown' | 'chgrp'): Command {
  return async (args, context) => {
    const given = optionsOf(program, args, { letters: 'RcfvhHLP', long })
    if ('refusal' in given) return given.refusal
    const { options } = given
    const reference = options.get('reference')
    const [first, ...others] = given.rest
    const paths = reference === undefined ? others : given.rest
    if (given.rest.length === 0)
      return failed(`${program}: missing operand\nTry '${program} --help' for more information.\n`)
    if (paths.length === 0)
      return failed(
        `${program}: missing operand after ${curly(first ?? '')}\nTry '${program} --help' for more information.\n`,
      )
    const owner = reference === undefined ? wanted(program, first ?? '', context) : like(reference, context)
    if ('problem' in owner) return failed(`${program}: ${owner.problem}\n`)
    const bad = complaints(program)
    let out = ''
    const words =
      program === 'chgrp'
        ? 'changing group of'
        : owner.uid === undefined
          ? 'changing group of'
          : 'changing ownership of'
    const one = async (path: string): Promise<void> => {
      await context.work(4096)
      const at = context.at(path)
      const follow = !options.has('h')
      const stat = follow ? context.files.stat(at) : context.files.lstat(at)
      if (refused(stat)) {
        bad.about('cannot access', path, stat.errno)
        return
      }
      const uid = owner.uid ?? stat.uid
      const gid = owner.gid ?? stat.gid
      const why = context.files.chown(at, uid, gid, follow)
      if (why) bad.about(words, path, why)
      else if (options.has('v') || (options.has('c') && (uid !== stat.uid || gid !== stat.gid))) {
        const name = (u: number, g: number) =>
          program === 'chgrp'
            ? groupName(context.host, g)
            : owner.gid === undefined
              ? userName(context.host, u)
              : `${userName(context.host, u)}:${groupName(context.host, g)}`
        const what = program === 'chgrp' ? 'group' : 'ownership'
        out +=
          uid === stat.uid && gid === stat.gid
            ? `${what} of ${quoteName(path)} retained as ${name(uid, gid)}\n`
            : `changed ${what} of ${quoteName(path)} from ${name(stat.uid, stat.gid)} to ${name(uid, gid)}\n`
      }
      if (!options.has('R') || stat.kind !== 'directory') return
      const names = context.files.list(at)
      if (refused(names)) bad.about('cannot read directory', path, names.errno)
      else for (const name of names) await one(join(path.replace(/\/+$/, '') || '/', name))
    }
    for (const path of paths) await one(path)
    return { stdout: out, stderr: options.has('f') ? '' : bad.text(), exitCode: bad.code() }
  }
}

function wanted(program: string, text: string, context: CommandContext): Owner | { readonly problem: string } {
  if (program === 'chown') return ownerIn(text, context)
  if (text === '') return {}
  const gid = groupId(text, context)
  return gid === undefined ? { problem: `invalid group: ${curly(text)}` } : { gid }
}

function like(path: string, context: CommandContext): Owner | { readonly problem: string } {
  const stat = context.files.stat(context.at(path))
  return refused(stat)
    ? { problem: `failed to get attributes of ${quoteName(path)}: No such file or directory` }
    : { uid: stat.uid, gid: stat.gid }
}

export const chown = changing('chown')
export const chgrp = changing('chgrp')
