import type { Disk } from '../falco/disk.ts'
import type { DiskImage } from './state.ts'

/** A disk that remembers what was read from it. */
export function recording(disk: Disk): { readonly disk: Disk; image(): DiskImage } {
  const read = new Map<string, string | null>()
  const listed = new Map<string, readonly string[]>()
  return {
    disk: {
      read(path) {
        const found = disk.read(path)
        read.set(path, 'text' in found ? found.text : null)
        return found
      },
      list(path) {
        const names = disk.list(path)
        listed.set(path, names)
        return names
      },
    },
    image: () => ({ read: Object.fromEntries(read), listed: Object.fromEntries(listed) }),
  }
}

/** The disk as it was then. */
export function remembering({ read, listed }: DiskImage): Disk {
  return {
    read(path) {
      const text = Object.hasOwn(read, path) ? read[path] : null
      if (typeof text === 'string') return { text }
      return { problem: Object.hasOwn(listed, path) ? 'directory' : 'missing' }
    },
    list: path => (Object.hasOwn(listed, path) ? (listed[path] ?? []) : []),
  }
}
