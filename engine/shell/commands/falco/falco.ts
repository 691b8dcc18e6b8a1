import { startFalco } from '../../../cluster/falco/command.ts'
import { diskOf } from '../../../cluster/falco/disk.ts'
import { textOf } from '../../../cluster/world.ts'
import { type Command, failed } from '../command.ts'
import { watchEvents } from './watch-events.ts'

/** `falco`: checks and lists at once; without such an option it looks at what happens on the host until `-M` or Ctrl+C. */
export const falco: Command = async (args, context) => {
  const { host, world, who } = context
  if (host.files.get('/usr/bin/falco') === undefined) return failed('bash: falco: command not found\n', 127)
  const disk = diskOf(host)
  const kernel = textOf(host, '/proc/version')
  const started = startFalco(args, {
    disk: { read: path => disk.read(context.at(path)), list: path => disk.list(context.at(path)) },
    hostname: host.name,
    env: context.env,
    clock: world.clock,
    ...('text' in kernel && { kernel: kernel.text }),
  })
  await context.stderr.write(started.log)
  if (started.stdout !== '') await context.stdout.write(started.stdout)
  await context.stderr.write(started.stderr.slice(started.log.length))
  if (!started.live) return { stdout: '', stderr: '', exitCode: started.exitCode }
  if (who.uid !== 0) return failed('Error: Operation not permitted: looking at system calls needs root. Use sudo.\n')
  return watchEvents(context, started.live, started.messages)
}
