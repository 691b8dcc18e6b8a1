import { brokenPipe } from '../interpreter/leave.ts'

/** What a file descriptor is read from: text in pieces, `undefined` at the end. */
export interface Source {
  read(): Promise<string | undefined>
  /** Gives back what was read too far. */
  unread(text: string): void
  readonly tty: boolean
}

/** Where a file descriptor writes to. A pipe that is full makes its writer wait. */
export interface Sink {
  write(text: string): Promise<void> | void
  readonly tty: boolean
}

export const nowhere: Sink = { write: () => undefined, tty: false }

export function sourceOf(text: string): Source {
  let rest: string | undefined = text === '' ? undefined : text
  return {
    read: async () => {
      const now = rest
      rest = undefined
      return now
    },
    unread: back => {
      if (back !== '') rest = back + (rest ?? '')
    },
    tty: false,
  }
}

/** A sink that keeps what is written, as `$( )` does; `hold` hears how much that is. */
export function capture(hold: (characters: number) => void = () => undefined): Sink & { text(): string } {
  const parts: string[] = []
  let size = 0
  return {
    write: text => {
      size += text.length
      hold(size)
      parts.push(text)
    },
    text: () => parts.join(''),
    tty: false,
  }
}

const pipeHolds = 65_536

export interface Pipe {
  readonly source: Source
  readonly sink: Sink
  /** The writer is done: readers see the end. */
  closeSink(): void
  /** The reader is done: a writer gets a broken pipe. */
  closeSource(): void
}

export function pipe(): Pipe {
  const chunks: string[] = []
  let held = 0
  let ended = false
  let deaf = false
  let wakeReader: (() => void) | undefined
  let wakeWriter: (() => void) | undefined
  return {
    source: {
      tty: false,
      unread: text => {
        if (text === '') return
        chunks.unshift(text)
        held += text.length
      },
      read: async () => {
        while (chunks.length === 0 && !ended)
          await new Promise<void>(done => {
            wakeReader = done
          })
        const text = chunks.length === 0 ? undefined : chunks.splice(0).join('')
        held = 0
        wakeWriter?.()
        return text
      },
    },
    sink: {
      tty: false,
      write: async text => {
        if (deaf) throw brokenPipe
        if (text === '') return
        chunks.push(text)
        held += text.length
        wakeReader?.()
        while (held > pipeHolds && !deaf)
          await new Promise<void>(done => {
            wakeWriter = done
          })
        if (deaf) throw brokenPipe
      },
    },
    closeSink: () => {
      ended = true
      wakeReader?.()
    },
    closeSource: () => {
      deaf = true
      chunks.length = 0
      wakeWriter?.()
    },
  }
}

export async function readAll(source: Source, hold: (characters: number) => void): Promise<string> {
  const parts: string[] = []
  let size = 0
  for (let text = await source.read(); text !== undefined; text = await source.read()) {
    size += text.length
    hold(size)
    parts.push(text)
  }
  return parts.join('')
}

/** Reads up to and with a delimiter; undefined at the end, a last line without it as it is. */
export async function readUntil(source: Source, delimiter: string): Promise<string | undefined> {
  let line = ''
  for (let text = await source.read(); text !== undefined; text = await source.read()) {
    const end = text.indexOf(delimiter)
    if (end >= 0) {
      source.unread(text.slice(end + delimiter.length))
      return line + text.slice(0, end + delimiter.length)
    }
    line += text
  }
  return line === '' ? undefined : line
}
