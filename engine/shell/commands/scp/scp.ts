import { identityOf } from '../../files/accounts.ts'
import { refused } from '../../files/errno.ts'
import { type Files, lastName, openFiles } from '../../files/files.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { complaints } from '../complaints.ts'
import { copyTree } from '../copying.ts'
import { optionsOf } from '../options.ts'

interface Place {
  readonly files: Files
  readonly path: string
  readonly name: string
}

function placeOf(text: string, context: CommandContext): Place | { readonly problem: string } {
  const found = /^(?:([\w.-]+)@)?([\w.-]+):(.*)$/s.exec(text)
  if (!found) return { files: context.files, path: context.at(text), name: text }
  const hostName = found[2] ?? ''
  const host = context.world.hosts.get(hostName)
  if (!host)
    return { problem: `ssh: Could not resolve hostname ${hostName}: Name or service not known\nscp: Connection closed` }
  const user = found[1] ?? context.who.name
  const who = identityOf(host, user)
  if (!who || (user !== 'candidate' && !(user === 'root' && context.who.uid === 0)))
    return { problem: `${user}@${hostName}: Permission denied (publickey).\nscp: Connection closed` }
  const path = found[3] ?? ''
  const at = path.startsWith('/') ? path : `${who.home}/${path.replace(/^~\/?/, '')}`
  return {
    files: openFiles(context.world, host, who),
    path: at.replace(/(?<=.)\/+$/, ''),
    name: path === '' ? '.' : path,
  }
}

/** `scp`: between this host and another, or two others. */
export const scp: Command = async (args, context) => {
  const given = optionsOf('scp', args, { letters: '346ABCOpqRrTv', valued: 'cDFiJloPSX' })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  if (rest.length < 2) return failed('usage: scp [-346ABCOpqRrsTv] [-P port] source ... target\n')
  const places = rest.map(text => placeOf(text, context))
  const wrong = places.find(place => 'problem' in place)
  if (wrong && 'problem' in wrong) return failed(`${wrong.problem}\n`, 255)
  const all = places.flatMap(place => ('problem' in place ? [] : [place]))
  const target = all.at(-1)
  if (!target) return failed('', 1)
  const there = target.files.stat(target.path)
  const bad = complaints('scp')
  for (const source of all.slice(0, -1)) {
    const stat = source.files.stat(source.path)
    if (refused(stat)) {
      bad.say(`${source.name}: ${stat.errno === 'EACCES' ? 'Permission denied' : 'No such file or directory'}`)
      continue
    }
    if (stat.kind === 'directory' && !options.has('r')) {
      bad.say(`${source.name}: not a regular file`)
      continue
    }
    const inside = !refused(there) && there.kind === 'directory'
    const to = inside
      ? { ...target, path: `${target.path === '/' ? '' : target.path}/${lastName(source.path)}` }
      : target
    await copyTree(
      context,
      source,
      to,
      { recursive: options.has('r'), preserve: options.has('p'), links: false, force: false, umask: context.umask },
      bad,
    )
  }
  return { stdout: '', stderr: bad.text(), exitCode: bad.code() }
}
