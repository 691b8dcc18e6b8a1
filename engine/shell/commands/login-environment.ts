import type { Identity } from '../files/accounts.ts'

export const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** The environment of somebody who has just logged in. */
export function loginEnvironment(who: Identity): ReadonlyMap<string, string> {
  return new Map([
    ['HOME', who.home],
    ['LANG', 'C.UTF-8'],
    ['LOGNAME', who.name],
    ['PATH', `${systemPath}:/snap/bin`],
    ['SHELL', '/bin/bash'],
    ['SHLVL', '1'],
    ['TERM', 'xterm-256color'],
    ['USER', who.name],
  ])
}
