import {
  duplicate,
  every,
  type FieldError,
  inJson,
  invalid,
  notSupported,
  required,
  tooLong,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { userNumberErrors } from '../kubernetes/names.ts'
import type { DecodedProfile } from './annotation-profiles.ts'
import type { DecodedContext, DecodedPodContext, DecodedSpec } from './decoded.ts'
import { descendingErrors } from './paths.ts'
import { windowsErrors } from './validate-windows.ts'

const profileTypes = ['Localhost', 'RuntimeDefault', 'Unconfined']

const numbered = (id: bigint | undefined, at: FieldPath) =>
  id === undefined ? [] : every(at, id, userNumberErrors(id))

export function containerContextErrors(
  context: DecodedContext | undefined,
  at: FieldPath,
  hasOwnUsers: boolean,
): readonly FieldError[] {
  if (!context) return []
  const { privileged, procMount, allowPrivilegeEscalation, capabilities } = context
  const errors = [
    ...numbered(context.runAsUser, child(at, 'runAsUser')),
    ...numbered(context.runAsGroup, child(at, 'runAsGroup')),
  ]
  if (procMount !== undefined) {
    const here = child(at, 'procMount')
    if (procMount !== 'Default' && procMount !== 'Unmasked')
      errors.push(notSupported(here, inJson(procMount), ['Default', 'Unmasked']))
    if (procMount === 'Unmasked' && !hasOwnUsers)
      errors.push(invalid(here, inJson(procMount), '`hostUsers` must be false to use `Unmasked`'))
  }
  errors.push(...seccompErrors(context.seccompProfile, child(at, 'seccompProfile')))
  if (allowPrivilegeEscalation === false) {
    const cannot = (what: string) =>
      invalid(at, inJson(inGo(context)), `cannot set \`allowPrivilegeEscalation\` to false and ${what}`)
    if (privileged === true) errors.push(cannot('`privileged` to true'))
    for (const name of capabilities?.add ?? [])
      if (name === 'CAP_SYS_ADMIN') errors.push(cannot('`capabilities.Add` CAP_SYS_ADMIN'))
  }
  errors.push(...windowsErrors(context.windowsOptions, child(at, 'windowsOptions')))
  errors.push(...appArmorErrors(context.appArmorProfile, child(at, 'appArmorProfile')))
  return errors
}

export function podContextErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const context = spec.securityContext
  if (!context) return []
  const errors = [
    ...numbered(context.fsGroup, child(at, 'fsGroup')),
    ...numbered(context.runAsUser, child(at, 'runAsUser')),
    ...numbered(context.runAsGroup, child(at, 'runAsGroup')),
    ...context.supplementalGroups.flatMap((id, index) => numbered(id, child(at, 'supplementalGroups', index))),
  ]
  if (spec.shareProcessNamespace === true && spec.hostPID) {
    const both = 'ShareProcessNamespace and HostPID cannot both be enabled'
    errors.push(invalid(child(at, 'shareProcessNamespace'), true, both))
  }
  errors.push(...sysctlErrors(context.sysctls, spec, child(at, 'sysctls')))
  const oneOf = (field: keyof DecodedPodContext, supported: readonly string[]) => {
    const value = context[field]
    if (typeof value === 'string' && !supported.includes(value))
      errors.push(notSupported(child(at, field), inJson(value), supported))
  }
  oneOf('fsGroupChangePolicy', ['Always', 'OnRootMismatch'])
  errors.push(...seccompErrors(context.seccompProfile, child(at, 'seccompProfile')))
  errors.push(...windowsErrors(context.windowsOptions, child(at, 'windowsOptions')))
  errors.push(...appArmorErrors(context.appArmorProfile, child(at, 'appArmorProfile')))
  oneOf('supplementalGroupsPolicy', ['Merge', 'Strict'])
  oneOf('seLinuxChangePolicy', ['Recursive'])
  return errors
}

function seccompErrors(profile: DecodedProfile | undefined, at: FieldPath): readonly FieldError[] {
  if (!profile) return []
  const { type, localhostProfile: name } = profile
  const [ofType, ofName] = [child(at, 'type'), child(at, 'localhostProfile')]
  const only = () =>
    name === undefined
      ? []
      : [
          invalid(
            ofName,
            inJson({ Type: type, LocalhostProfile: name }),
            'can only be set when seccomp type is Localhost',
          ),
        ]
  if (type === 'Localhost') {
    return name === undefined
      ? [required(ofName, 'must be set when seccomp type is Localhost')]
      : descendingErrors(name, ofName)
  }
  if (type === '') return [required(ofType, 'type is required when seccompProfile is set'), ...only()]
  return [...(profileTypes.includes(type) ? [] : [notSupported(ofType, inJson(type), profileTypes)]), ...only()]
}

function appArmorErrors(profile: DecodedProfile | undefined, at: FieldPath): readonly FieldError[] {
  if (!profile) return []
  const { type, localhostProfile: name } = profile
  const [ofType, ofName] = [child(at, 'type'), child(at, 'localhostProfile')]
  if (type === '') return [required(ofType, 'type is required when appArmorProfile is set')]
  if (!profileTypes.includes(type)) return [notSupported(ofType, inJson(type), profileTypes)]
  if (type !== 'Localhost')
    return name === undefined ? [] : [invalid(ofName, name, 'can only be set when AppArmor type is Localhost')]
  const errors: FieldError[] = []
  const trimmed = name?.trim() ?? ''
  if (name !== undefined && trimmed !== name) errors.push(invalid(ofName, name, 'must not be padded with whitespace'))
  else if (trimmed === '') errors.push(required(ofName, 'must be set when AppArmor type is Localhost'))
  if (new TextEncoder().encode(trimmed).length > 4095) errors.push(tooLong(ofName, 4095))
  return errors
}

const sysctlPattern = String.raw`^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$`
const sysctlName = /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/
const ofIpc = /^(?:kernel\.(?:sem|shm(?:all|max|mni|_rmid_forced)?|msg(?:max|mnb|mni)?)$|fs\.mqueue\.)/

function sysctlErrors(
  sysctls: DecodedPodContext['sysctls'],
  { hostNetwork, hostIPC }: DecodedSpec,
  at: FieldPath,
): readonly FieldError[] {
  const seen = new Set<string>()
  return sysctls.flatMap(({ name }, index) => {
    const here = child(at, index, 'name')
    if (name === '') return [required(here)]
    const isName = name.length <= 253 && name.split(/[./]/).every(part => sysctlName.test(part))
    if (!isName) return [invalid(here, name, `must have at most 253 characters and match regex ${sysctlPattern}`)]
    const dotted = name.replaceAll('/', '.')
    const again = seen.has(name)
    seen.add(name)
    if (again) return [duplicate(here, name)]
    if (hostNetwork && dotted.startsWith('net.'))
      return [invalid(here, name, "may not be specified when 'hostNetwork' is true")]
    return hostIPC && ofIpc.test(dotted) ? [invalid(here, name, "may not be specified when 'hostIPC' is true")] : []
  })
}

/** A context as Go prints it. */
function inGo(context: DecodedContext): unknown {
  const { capabilities, seLinuxOptions: se, windowsOptions: win } = context
  const orNull = <T>(value: T | undefined) => value ?? null
  const names = (given: readonly string[]) => (given.length > 0 ? given : null)
  const profile = (it: DecodedProfile | undefined) =>
    it ? { Type: it.type, LocalhostProfile: orNull(it.localhostProfile) } : null
  return {
    Capabilities: capabilities ? { Add: names(capabilities.add), Drop: names(capabilities.drop) } : null,
    Privileged: orNull(context.privileged),
    SELinuxOptions: se ? { User: se.user, Role: se.role, Type: se.type, Level: se.level } : null,
    WindowsOptions: win
      ? {
          GMSACredentialSpecName: orNull(win.gmsaCredentialSpecName),
          GMSACredentialSpec: orNull(win.gmsaCredentialSpec),
          RunAsUserName: orNull(win.runAsUserName),
          HostProcess: orNull(win.hostProcess),
        }
      : null,
    RunAsUser: orNull(context.runAsUser),
    RunAsGroup: orNull(context.runAsGroup),
    RunAsNonRoot: orNull(context.runAsNonRoot),
    ReadOnlyRootFilesystem: orNull(context.readOnlyRootFilesystem),
    AllowPrivilegeEscalation: orNull(context.allowPrivilegeEscalation),
    ProcMount: orNull(context.procMount),
    SeccompProfile: profile(context.seccompProfile),
    AppArmorProfile: profile(context.appArmorProfile),
  }
}
