import type { SeccompProfile } from './profile.ts'

/** What `RuntimeDefault` means under containerd: its profile for a container with these capabilities (`CAP_…`). */
export function runtimeDefaultProfile(_capabilities: readonly string[]): SeccompProfile {
  return { defaultAction: 'SCMP_ACT_ERRNO', architectures: [], flags: [], listenerPath: '', syscalls: [] }
}
