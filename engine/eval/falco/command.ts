import { z } from 'zod'
import { startFalco } from '../../cluster/falco/command.ts'
import type { Disk } from '../../cluster/falco/disk.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'

/** What `falco` prints and how it ends, up to where it would wait for events. */
export const falcoCommand: Evaluator = evaluator(
  'the words behind falco, and files by their paths: what it prints, and how it ends; <TS> stands for the time',
  z.object({
    args: z.array(z.string()),
    files: z.record(z.string(), z.string()).default({}),
    env: z.record(z.string(), z.string()).default({}),
    hostname: z.string().default('host'),
  }),
  ({ args, files, env, hostname }) => {
    const machine = { disk: diskOver(files), hostname, env: new Map(Object.entries(env)), clock: 0 }
    const { exitCode, stdout, stderr, live } = startFalco(args, machine)
    return {
      exit: exitCode,
      stdout,
      stderr: stderr.replace(/^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}(?=: )/gm, '<TS>'),
      // It would look at events now.
      waits: live !== undefined,
    }
  },
)

/** Files by their paths; directories are what their names stand in. */
function diskOver(files: Readonly<Record<string, string>>): Disk {
  const within = (folder: string) => {
    const begin = `${folder.replace(/\/+$/, '')}/`
    return Object.keys(files)
      .filter(path => path.startsWith(begin))
      .map(path => path.slice(begin.length))
  }
  return {
    read(path) {
      const text = Object.hasOwn(files, path) ? files[path] : undefined
      if (text !== undefined) return { text }
      return { problem: within(path).length > 0 ? 'directory' : 'missing' }
    },
    list: path =>
      within(path)
        .filter(name => !name.includes('/'))
        .sort(),
  }
}
