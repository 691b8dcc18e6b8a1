import { sentence } from '../../files/errno.ts'
import type { Command } from '../command.ts'
import { optionsOf } from '../options.ts'

export const tee: Command = async (args, context) => {
  const given = optionsOf('tee', args, { letters: 'aip', long: { append: 'a', 'ignore-interrupts': 'i' } })
  if ('refusal' in given) return given.refusal
  let exitCode = 0
  const open: string[] = []
  for (const path of given.rest) {
    const at = context.at(path)
    const why = given.options.has('a')
      ? context.files.append(at, '', 0o666 & ~context.umask)
      : context.files.write(at, '', 0o666 & ~context.umask)
    if (why) {
      await context.stderr.write(`tee: ${path}: ${sentence(why)}\n`)
      exitCode = 1
    } else open.push(path)
  }
  const full = new Set<string>()
  for (let text = await context.stdin.read(); text !== undefined; text = await context.stdin.read()) {
    for (const path of open) {
      if (full.has(path)) continue
      const why = context.files.append(context.at(path), text, 0o644)
      if (!why) continue
      full.add(path)
      exitCode = 1
      await context.stderr.write(`tee: ${path}: ${sentence(why)}\n`)
    }
    await context.stdout.write(text)
    await context.work(text.length)
  }
  return { stdout: '', stderr: '', exitCode }
}
