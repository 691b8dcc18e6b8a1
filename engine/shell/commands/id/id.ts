import { accounts, groupName, identityOf } from '../../files/accounts.ts'
import { type Command, failed, said } from '../command.ts'
import { optionsOf } from '../options.ts'

export const id: Command = (args, context) => {
  const given = optionsOf('id', args, {
    letters: 'agGnruzZ',
    long: { group: 'g', groups: 'G', name: 'n', real: 'r', user: 'u', zero: 'z' },
  })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const [name] = given.rest
  const account = accounts(context.host).find(it => String(it.uid) === name)
  const who = name === undefined ? context.who : identityOf(context.host, account?.name ?? name)
  if (!who) return failed(`id: ‘${name}’: no such user\n`)
  const has = (letter: string) => options.has(letter)
  if (has('n') && !has('u') && !has('g') && !has('G'))
    return failed('id: printing only names or real IDs requires -u, -g, or -G\n')
  const group = (gid: number) => (has('n') ? groupName(context.host, gid) : String(gid))
  if (has('u')) return said(`${has('n') ? who.name : who.uid}\n`)
  if (has('g')) return said(`${group(who.gid)}\n`)
  if (has('G')) return said(`${who.groups.map(group).join(' ')}\n`)
  const all = who.groups.map(gid => `${gid}(${groupName(context.host, gid)})`).join(',')
  return said(`uid=${who.uid}(${who.name}) gid=${who.gid}(${groupName(context.host, who.gid)}) groups=${all}\n`)
}

export const whoami: Command = (args, context) => {
  const given = optionsOf('whoami', args, { letters: '' })
  if ('refusal' in given) return given.refusal
  const [extra] = given.rest
  return extra === undefined
    ? said(`${context.who.name}\n`)
    : failed(`whoami: extra operand ‘${extra}’\nTry 'whoami --help' for more information.\n`)
}

export const groups: Command = (args, context) => {
  if (args.length === 0) return said(`${context.who.groups.map(gid => groupName(context.host, gid)).join(' ')}\n`)
  let stdout = ''
  let stderr = ''
  for (const name of args) {
    const who = identityOf(context.host, name)
    if (who) stdout += `${name} : ${who.groups.map(gid => groupName(context.host, gid)).join(' ')}\n`
    else stderr += `groups: ‘${name}’: no such user\n`
  }
  return { stdout, stderr, exitCode: stderr === '' ? 0 : 1 }
}

export const logname: Command = (_, context) => said(`${context.env.get('LOGNAME') ?? context.who.name}\n`)
