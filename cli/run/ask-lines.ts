import { createInterface, type Interface } from 'node:readline'
import type { Surroundings } from '../surroundings.ts'

/** What the person did at the prompt. */
export type Entered = { readonly line: string } | 'interrupt' | 'end-of-shell' | 'end-of-input'

export interface LineSource {
  /** Shows a prompt and waits for a line, Ctrl+C or Ctrl+D. Lines typed ahead come first. */
  next(prompt: string): Promise<Entered>
  close(): void
}

export interface LineEvents {
  /** Ctrl+C while nobody waits for a line. */
  onInterrupt(): void
  /** Candidates for the end of what stands before the cursor, and the part that they replace. */
  complete(before: string): Promise<readonly [candidates: string[], part: string]>
}

/**
 * Lines from a person's terminal, with editing, history and completion; or from a pipe, then shown behind their prompts
 * so that the output reads like a terminal's. Ctrl+D on an empty line ends the shell in front, not the program.
 */
export function askLines({ stdin, stdout }: Surroundings, events: LineEvents): LineSource {
  const terminal = stdin.isTTY === true && stdout.isTTY === true
  const ahead: Entered[] = []
  let waiting: ((entered: Entered) => void) | undefined
  let history: string[] = []
  let ended = false
  let closed = false

  const enter = (entered: Entered) => {
    const take = waiting
    waiting = undefined
    if (take) take(entered)
    else ahead.push(entered)
  }
  const open = (): Interface => {
    const lines = createInterface({
      input: stdin,
      output: terminal ? stdout : undefined,
      terminal,
      history,
      historySize: 1000,
      prompt: '',
      completer: (before: string, done: (fault: null, found: [string[], string]) => void) =>
        events.complete(before).then(
          ([candidates, part]) => done(null, [candidates, part]),
          () => done(null, [[], before]),
        ),
    })
    lines.on('line', line => enter({ line }))
    lines.on('history', kept => {
      history = [...kept]
    })
    lines.on('SIGINT', () => {
      if (!waiting) return events.onInterrupt()
      // Nothing of the line stays: it was given up.
      stdout.write('^C\n')
      lines.write(null, { ctrl: true, name: 'e' })
      lines.write(null, { ctrl: true, name: 'u' })
      enter('interrupt')
    })
    lines.on('close', () => {
      if (closed) return
      ended = !terminal || stdin.readableEnded || stdin.destroyed
      if (ended) return enter('end-of-input')
      current = open()
      // While a command runs there is no shell to be ended.
      if (waiting) enter('end-of-shell')
    })
    return lines
  }
  let current = open()

  return {
    async next(prompt) {
      const known = ahead.shift() ?? (ended ? 'end-of-input' : undefined)
      if (terminal && !known) {
        current.setPrompt(prompt)
        current.prompt()
      }
      const entered = known ?? (await new Promise<Entered>(resolve => (waiting = resolve)))
      if (terminal) current.setPrompt('')
      else if (typeof entered === 'object') stdout.write(`${prompt}${entered.line}\n`)
      return entered
    },
    close() {
      closed = true
      current.close()
    },
  }
}
