import type { Given } from '../given.ts'
import { commandFields } from '../scope.ts'
import { callNamed, ending, known, type Made } from './made.ts'

/** A program starts. Behind `memfd:` stands the name of one that lies in memory only. */
export function executed(asked: Given): Made | undefined {
  const program = asked.text('exec')
  const type = callNamed(asked, ['execve', 'execveat'])
  if (program === undefined || program === '') {
    asked.report('This must be the path of a program. Write it as in "exec: /usr/bin/apt".', 'exec')
    return undefined
  }
  if (asked.value('by') !== undefined)
    asked.report('The program itself is the process. Take "by" out, or use "parent".', 'by')
  const args = asked.words('args') ?? []
  const end = ending(asked, '0')
  const upper = asked.flag('upper')
  const uid = asked.number('uid') ?? (asked.text('user') === 'root' ? 0 : undefined)
  const inMemory = program.startsWith('memfd:')
  return {
    type,
    title: `${[program, ...args].join(' ')} ${end.error === undefined ? 'starts' : 'fails to start'}`,
    fields: [
      ...end.fields,
      ...known([
        ['evt.category', 'process'],
        ['evt.arg.exe', program],
        ['evt.arg.args', args.map(arg => `${arg}.`).join('')],
        ['evt.arg.filename', inMemory ? undefined : program],
        ['evt.arg.uid', asked.text('user')],
        ['evt.rawarg.uid', uid === undefined ? undefined : String(uid)],
        // Root may write whatever lies in the container’s own layer.
        ['evt.arg.flags', upper === true && uid === 0 ? 'EXE_WRITABLE|EXE_UPPER_LAYER' : undefined],
        ...(end.error === undefined ? commandFields(program, args) : []),
      ]),
    ],
  }
}
