import type { Session } from '../interpreter/shell.ts'
import type { Sink, Source } from './stream.ts'

/** The screen. */
export function ttySink(session: Session): Sink {
  return { write: text => session.meter.print(text), tty: true }
}

/** The keyboard: nothing can be typed into a running command, so reading ends at once, and the first time says so. */
export function ttySource(session: Session): Source {
  return {
    tty: true,
    unread: () => undefined,
    read: async () => {
      if (!session.asks.saidEndOfInput)
        session.meter.print(
          '(Nothing can be typed into a running command here: use a here-document, cat <<EOF, or an editor.)\n',
        )
      session.asks.saidEndOfInput = true
      return undefined
    },
  }
}
