import type { Form } from './playground.ts'

/** What a link holds. */
export interface Shared {
  readonly text: string
  readonly form: Form
}

/** Characters of a link’s fragment: more is cut off by what links are sent through. */
export const MAX_FRAGMENT = 24_000
/** Bytes that a fragment may unpack to. */
const MAX_UNPACKED = 512 * 1024
/** Says how the rest is written, so that it may be written otherwise one day. */
const VERSION = '1.'

/** The state as a fragment, without `#`; undefined where it is too long for a link. */
export async function toFragment({ text, form }: Shared): Promise<string | undefined> {
  const packed = new Blob([JSON.stringify({ text, form })]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = await readUpTo(packed, MAX_FRAGMENT)
  const fragment = bytes && VERSION + toBase64(bytes)
  return fragment !== undefined && fragment.length <= MAX_FRAGMENT ? fragment : undefined
}

/** The state of a fragment, with its `#` or without; undefined where it is none of ours or broken. Never rejects. */
export async function fromFragment(fragment: string): Promise<Shared | undefined> {
  const written = fragment.replace(/^#/, '')
  if (!written.startsWith(VERSION) || written.length > MAX_FRAGMENT) return undefined
  try {
    const packed = new Blob([fromBase64(written.slice(VERSION.length))]).stream()
    const bytes = await readUpTo(packed.pipeThrough(new DecompressionStream('deflate-raw')), MAX_UNPACKED)
    return bytes && shared(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return undefined
  }
}

function shared(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('form' in value)) return undefined
  const { text, form } = value
  if (typeof text !== 'string' || typeof form !== 'object' || form === null) return undefined
  const fields = Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { text, form: Object.fromEntries(fields) }
}

/** Reads a stream; undefined when it is longer than `most` bytes, of which no more are kept. */
async function readUpTo(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function toBase64(bytes: Uint8Array): string {
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Throws where a sign is none of base64url. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, sign => sign.charCodeAt(0))
}
