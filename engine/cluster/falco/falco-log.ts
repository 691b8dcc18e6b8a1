/** `Sun Nov 22 09:30:00 2026`: how Falco's own messages begin. Milliseconds since 1970, UTC. */
export function logTime(clock: number): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(clock).toUTCString().split(/,? /)
  return `${day} ${month} ${date.replace(/^0/, ' ')} ${time} ${year}`
}

const levels = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug']

/** Falco's own messages: what it says of itself while it starts, above the level that falco.yaml sets. */
export interface FalcoLog {
  say(text: string, level?: 'warning' | 'info' | 'debug' | 'error'): void
  /** All that went to standard error. */
  readonly printed: string
  /** The messages, for the journal. */
  readonly messages: readonly string[]
}

export function falcoLog(
  clock: number,
  { stderr, level }: { readonly stderr: boolean; readonly level: string },
): FalcoLog {
  const least = Math.max(levels.indexOf(level.toLowerCase()), 0)
  const messages: string[] = []
  let printed = ''
  return {
    say(text, at = 'info') {
      if (levels.indexOf(at) > least) return
      messages.push(text)
      if (stderr) printed += `${logTime(clock)}: ${text}\n`
    },
    get printed() {
      return printed
    },
    messages,
  }
}
