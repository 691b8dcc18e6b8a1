import { type Command, said } from '../command.ts'

export const tty: Command = (_, context) => (context.stdin.tty ? said('/dev/pts/0\n') : said('not a tty\n', 1))
export const nproc: Command = () => said('2\n')
export const arch: Command = () => said('x86_64\n')
export const sync: Command = () => said('')
export const uptime: Command = () => said(' up 1 day,  1 user,  load average: 0.08, 0.05, 0.01\n')
