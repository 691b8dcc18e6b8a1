import { type Host, textOf } from '../../cluster/world.ts'

/** Whose rights a program has. */
export interface Identity {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly groups: readonly number[]
  readonly home: string
}

export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly home: string
  readonly shell: string
}

export interface Group {
  readonly name: string
  readonly gid: number
  readonly members: readonly string[]
}

function linesOf(host: Host, path: string): string[][] {
  const file = textOf(host, path)
  if (!('text' in file)) return []
  return file.text
    .split('\n')
    .filter(Boolean)
    .map(line => line.split(':'))
}

/** The lines of /etc/passwd, as the host has them now. */
export function accounts(host: Host): readonly Account[] {
  return linesOf(host, '/etc/passwd').map(([name = '', , uid = '', gid = '', , home = '/', shell = '']) => ({
    name,
    uid: Number(uid),
    gid: Number(gid),
    home: home === '' ? '/' : home,
    shell,
  }))
}

/** The lines of /etc/group. */
export function groups(host: Host): readonly Group[] {
  return linesOf(host, '/etc/group').map(([name = '', , gid = '', members = '']) => ({
    name,
    gid: Number(gid),
    members: members.split(',').filter(Boolean),
  }))
}

/** Who somebody is on a host; undefined when /etc/passwd does not know them. Root is root even on a broken host. */
export function identityOf(host: Host, name: string): Identity | undefined {
  const account = accounts(host).find(it => it.name === name)
  if (!account) return name === 'root' ? { name, uid: 0, gid: 0, groups: [0], home: '/root' } : undefined
  const others = groups(host).filter(it => it.members.includes(name) && it.gid !== account.gid)
  return {
    name,
    uid: account.uid,
    gid: account.gid,
    groups: [account.gid, ...others.map(it => it.gid).sort((a, b) => a - b)],
    home: account.home,
  }
}

/** The name of a user id, or the number itself. */
export function userName(host: Host, uid: number): string {
  return accounts(host).find(it => it.uid === uid)?.name ?? String(uid)
}

export function groupName(host: Host, gid: number): string {
  return groups(host).find(it => it.gid === gid)?.name ?? String(gid)
}
