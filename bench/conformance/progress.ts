import type { Writable } from 'node:stream'

/** What is being done, on the last line of a terminal; nothing where there is none. */
export function onTerminal(stream: Writable & { readonly isTTY?: boolean }): {
  show(file: string, lines: number): void
  clear(): void
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined }
  return {
    show(file, lines) {
      if (lines % 100 === 1) stream.write(`\r\u001b[K${file}: line ${lines}`)
    },
    clear: () => void stream.write('\r\u001b[K'),
  }
}
