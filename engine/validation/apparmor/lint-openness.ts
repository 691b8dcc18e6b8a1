import type { Finding } from '../../yaml/finding.ts'
import type { Range } from '../../yaml/range.ts'
import { type ApparmorCode, apparmorFindings } from './finding-codes.ts'
import { permission } from './permissions.ts'
import type { FileRule, Profile, Rule } from './policy.ts'

export function warning(code: ApparmorCode, range: Range, message: string, data: Finding['data']): Finding {
  return { code, severity: apparmorFindings[code], path: [], range, message, data }
}

/** Globs that every path matches, and those of the kernel’s own settings. */
const everywhere = new Set(['/**', '/{**,}', '/{,**}', '/{,*,**}'])
const settings = /^\/(?:proc|sys)\/(?:\*\*|\{,\*\*\}|\{\*\*,\})$/

/** Rules that leave a profile with little to refuse. `rules` are those of the text itself. */
export function openness(profile: Profile, rules: readonly Rule[]): readonly Finding[] {
  const files = rules.filter(rule => rule.kind === 'file')
  const writesDenied = profile.rules.some(
    rule => rule.kind === 'file' && rule.mode === 'deny' && rule.permissions & permission.w,
  )
  return [
    ...(writesDenied ? [] : files.flatMap(writesAll)),
    ...files.flatMap(leaves),
    ...files.flatMap(deniesOwners),
    ...disconnected(profile),
  ]
}

function writesAll({ mode, owner, permissions, path, place }: FileRule): readonly Finding[] {
  if (mode === 'deny' || owner !== undefined || !(permissions & permission.w)) return []
  if (everywhere.has(path)) {
    const words =
      'This rule lets programs write every file. Name the folders that they write to, or deny those they must not.'
    return [warning('apparmor-wide-open', place.range, words, { path })]
  }
  if (!settings.test(path)) return []
  const words = `This rule lets programs write the kernel’s settings below ${path.slice(0, 6).replace(/\/[^/]*$/, '')}. Name the files that they need, or give \`r\` alone.`
  return [warning('apparmor-wide-open', place.range, words, { path })]
}

function leaves({ mode, exec, place, path }: FileRule): readonly Finding[] {
  if (mode === 'deny' || (exec?.to !== 'unconfined' && exec?.otherwise !== 'unconfined')) return []
  const kept = exec.unsafe ? ', with the environment that it was given' : ''
  const when = exec.to === 'unconfined' ? '' : ' where there is no profile for it'
  const words = `What is run by this rule has no profile at all${when}${kept}. Write \`ix\` to keep it under this one, or \`Px\` or \`Cx\` for one of its own.`
  return [warning('apparmor-leaves-profile', place.range, words, { path })]
}

function deniesOwners({ mode, owner, place, path }: FileRule): readonly Finding[] {
  if (mode !== 'deny' || owner !== 'owner') return []
  const words =
    'This rule denies only those who own the file; everybody else is not denied by it. Take `owner` out to deny all.'
  return [warning('apparmor-deny-owner', place.range, words, { path })]
}

/** Names that people give to profiles for containers. */
const forContainers = /^(?:k8s|kube|docker|cri|containerd|container|podman|pod)(?:[-_.]|$)/

/** In a container a path can lie outside of what the process sees as its root. */
function disconnected({ label, flags, kind, mode, place }: Profile): readonly Finding[] {
  if (kind !== 'profile' || mode === 'unconfined' || !forContainers.test(label)) return []
  if (flags.includes('attach_disconnected')) return []
  const words = `The profile \`${label}\` is named like one for containers and has no \`attach_disconnected\`: some of their files have no whole path then and are refused. Write \`flags=(attach_disconnected)\`.`
  return [warning('apparmor-no-attach-disconnected', place.range, words, { profile: label })]
}
