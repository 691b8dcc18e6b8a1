import { textOf } from '../../../cluster/world.ts'
import { type Command, said } from '../command.ts'
import { optionsOf } from '../options.ts'

const long = {
  all: 'a',
  'kernel-name': 's',
  nodename: 'n',
  'kernel-release': 'r',
  'kernel-version': 'v',
  machine: 'm',
  processor: 'p',
  'hardware-platform': 'i',
  'operating-system': 'o',
}

export const uname: Command = (args, { host }) => {
  const given = optionsOf('uname', args, { letters: 'asnrvmpio', long })
  if ('refusal' in given) return given.refusal
  const release = textOf(host, '/proc/sys/kernel/osrelease')
  const values: readonly (readonly [string, string])[] = [
    ['s', 'Linux'],
    ['n', host.name],
    ['r', 'text' in release ? release.text.trim() : '6.8.0-86-generic'],
    ['v', '#87-Ubuntu SMP PREEMPT_DYNAMIC Mon Sep 22 18:03:36 UTC 2025'],
    ['m', 'x86_64'],
    ['p', 'x86_64'],
    ['i', 'x86_64'],
    ['o', 'GNU/Linux'],
  ]
  const asked =
    given.options.size === 0
      ? ['s']
      : given.options.has('a')
        ? values.map(([letter]) => letter)
        : [...given.options.keys()]
  return said(
    `${values
      .filter(([letter]) => asked.includes(letter))
      .map(([, value]) => value)
      .join(' ')}\n`,
  )
}
