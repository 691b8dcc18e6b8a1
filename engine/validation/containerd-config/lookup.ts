import type { ContainerdConfig, Runtime } from './config.ts'

export type Lookup =
  | { readonly handler: string; readonly runtime: Runtime }
  /** containerd's words. */
  | { readonly handler: string; readonly error: string }

/** The runtime that containerd takes for a pod with this handler; an empty one asks for the default. */
export function lookUpHandler(config: ContainerdConfig, handler: string): Lookup {
  const name = handler === '' ? config.defaultRuntime : handler
  const runtime = config.runtimes.get(name)
  if (runtime) return { handler: name, runtime }
  return { handler: name, error: `no runtime for ${JSON.stringify(name)} is configured` }
}

/**
 * The shim that a runtime type stands for: `io.containerd.runsc.v1` is containerd-shim-runsc-v1. Otherwise containerd's words.
 */
export function shimOf(type: string): { readonly shim: string } | { readonly error: string } {
  if (type.startsWith('/')) return { shim: type }
  const parts = type.split('.')
  if (parts.length < 2 || type.includes('/')) {
    const wanted =
      'correct runtime name should be either format like `io.containerd.runc.v2` or a full path to the binary'
    return { error: `invalid runtime name ${type}, ${wanted}` }
  }
  return { shim: `containerd-shim-${parts.at(-2)}-${parts.at(-1)}` }
}
