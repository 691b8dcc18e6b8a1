import type { World } from '#engine/cluster/world.ts'
import type { Lab } from '#engine/grade/lab.ts'
import { startWorld } from '#engine/grade/start-world.ts'
import { openTerminal } from '#engine/shell/open-terminal.ts'

/** How many milliseconds of the world's time pass between two command lines. */
const betweenLines = 1000

/**
 * Types a script into a terminal as a candidate would: from `base`, one complete command after the other, so that what
 * follows `ssh` or `sudo -i` runs in the shell that it opened. Here-documents and compound commands are kept together.
 *
 * @param onLine called before every command
 * @returns the world afterwards, and what went otherwise than a candidate would expect: a command that is not there, a
 * script that ends in the middle of one
 */
export async function runAttempt(
  lab: Lab,
  script: string,
  startedAt: number,
  onLine: () => void = () => {},
): Promise<{ readonly world: World; readonly problems: readonly string[] }> {
  const world = startWorld(lab, startedAt)
  const terminal = openTerminal({ world, seed: 1 })
  const problems: string[] = []
  const { signal } = new AbortController()
  let text = ''
  for (const line of script.split(/\r?\n/)) {
    if (text === '' && /^\s*(#.*)?$/.test(line)) continue
    text += text === '' ? line : `\n${line}`
    if (terminal.needsMore(text)) continue
    let output = ''
    const out = (piece: string) => {
      output += piece
    }
    onLine()
    const ended = await terminal.run(text, { out, signal, sleep: async () => {} })
    const first = text.split('\n')[0]
    if (ended.how !== 'finished') problems.push(`\`${first}\` did not finish: ${output.trim()}`)
    else if (ended.exitCode === 127) problems.push(`\`${first}\`: there is no such command.`)
    world.clock += betweenLines
    text = ''
  }
  if (text.trim() !== '') problems.push(`The script ends in the middle of \`${text.split('\n')[0]}\`.`)
  return { world, problems }
}
