import type { Refused } from './errno.ts'

/** The devices that commands meet by name. */
export type Device = 'full' | 'null' | 'random' | 'tty' | 'zero'

const devices: Readonly<Record<string, Device>> = {
  '/dev/full': 'full',
  '/dev/null': 'null',
  '/dev/random': 'random',
  '/dev/tty': 'tty',
  '/dev/urandom': 'random',
  '/dev/zero': 'zero',
}

export function deviceAt(path: string): Device | undefined {
  return path.startsWith('/dev/') && Object.hasOwn(devices, path) ? devices[path] : undefined
}

/** A device never ends; this is as much of it as one read hands out. */
const deviceBytes = 65_536

export function readDevice(device: Device): string | Refused {
  if (device === 'null' || device === 'tty') return ''
  if (device === 'random') return noise()
  return '\0'.repeat(deviceBytes)
}

/** The same bytes every time: a world has no other randomness than its seed. */
function noise(): string {
  let state = 0x2545f491
  const out: string[] = []
  for (let i = 0; i < deviceBytes; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const byte = state & 0xff
    out.push(String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte))
  }
  return out.join('')
}
