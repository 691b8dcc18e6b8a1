import type { Rule } from './rule.ts'
import { allowPrivilegeEscalation } from './rules/allow-privilege-escalation.ts'
import { appArmorProfile } from './rules/app-armor-profile.ts'
import { capabilitiesBaseline } from './rules/capabilities-baseline.ts'
import { capabilitiesRestricted } from './rules/capabilities-restricted.ts'
import { hostNamespaces } from './rules/host-namespaces.ts'
import { hostPathVolumes } from './rules/host-path-volumes.ts'
import { hostPorts } from './rules/host-ports.ts'
import { hostProbesAndHostLifecycle } from './rules/host-probes-and-host-lifecycle.ts'
import { privileged } from './rules/privileged.ts'
import { procMount } from './rules/proc-mount.ts'
import { procMountRestricted } from './rules/proc-mount-restricted.ts'
import { restrictedVolumes } from './rules/restricted-volumes.ts'
import { runAsNonRoot } from './rules/run-as-non-root.ts'
import { runAsUser } from './rules/run-as-user.ts'
import { seLinuxOptions } from './rules/se-linux-options.ts'
import { seccompProfileBaseline } from './rules/seccomp-profile-baseline.ts'
import { seccompProfileRestricted } from './rules/seccomp-profile-restricted.ts'
import { sysctls } from './rules/sysctls.ts'
import { windowsHostProcess } from './rules/windows-host-process.ts'

/** The checks of the Pod Security Standards, those of a level in the order of their ids. */
export const rules: readonly Rule[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMount,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
]
