import { strftime } from '../../files/strftime.ts'
import { type Command, failed, succeeded } from '../command.ts'

const roundsAtMost = 1800

/** `watch`: the command again and again until Ctrl+C; each round is printed under its heading. */
export const watch: Command = async (args, context) => {
  let seconds = 2
  let title = true
  let index = 0
  for (; index < args.length && /^-/.test(args[index] ?? ''); index++) {
    const arg = args[index] ?? ''
    if (arg === '-n' || arg === '--interval') seconds = Number(args[++index] ?? 2)
    else if (/^-n[\d.]+$/.test(arg)) seconds = Number(arg.slice(2))
    else if (arg === '-t' || arg === '--no-title') title = false
  }
  const command = args.slice(index).join(' ')
  if (command === '') return failed('Usage:\n watch [options] command\n')
  const wait = Math.max(Number.isFinite(seconds) ? seconds : 2, 0.1)
  const heading = `Every ${wait.toFixed(1)}s: ${command}`
  for (let round = 0; round < (context.stdout.tty ? roundsAtMost : 1); round++) {
    if (title)
      await context.stdout.write(
        `${context.stdout.tty ? '\x1b[H\x1b[2J' : ''}${heading}    ${context.host.name}: ${strftime('%a %b %e %H:%M:%S %Y', context.world.clock)}\n\n`,
      )
    await context.shell(command)
    await context.sleep(wait * 1000)
  }
  return succeeded
}
