import type { Slot } from '../slot.ts'

/**
 * An AbortController whose signal also sees an interrupt in shared memory: a shell that loops without ever giving the
 * thread's loop a chance to deliver a message still notices Ctrl+C where it looks at `signal.aborted`.
 */
export function interruptible(slot: Slot): AbortController {
  const controller = new AbortController()
  const { signal } = controller
  const plain = Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted')?.get
  Object.defineProperty(signal, 'aborted', {
    get(): boolean {
      const aborted: unknown = plain?.call(signal)
      if (aborted !== true && slot.interrupted()) controller.abort()
      return plain?.call(signal) === true
    },
  })
  return controller
}
