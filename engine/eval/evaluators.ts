import { access } from './apparmor/access.ts'
import { customParsed, parsed } from './apparmor/parse.ts'
import type { Evaluator } from './evaluator.ts'
import { falcoCommand } from './falco/command.ts'
import { conditions } from './falco/conditions.ts'
import { formats } from './falco/formats.ts'
import { ruleAlerts } from './falco/rule-alerts.ts'
import { ruleFile, ruleFiles } from './falco/rule-files.ts'
import { admissionConfig } from './kubernetes/admission-config.ts'
import { admissionConfigStart } from './kubernetes/admission-config-start.ts'
import { apiserverFlagsStart } from './kubernetes/apiserver-flags-start.ts'
import { auditEval } from './kubernetes/audit-eval.ts'
import { auditLoad } from './kubernetes/audit-load.ts'
import { auditLog } from './kubernetes/audit-log.ts'
import { auditPolicyStart } from './kubernetes/audit-policy-start.ts'
import { auditRequestInfo } from './kubernetes/audit-requestinfo.ts'
import { authConfig } from './kubernetes/auth-config.ts'
import { containerdConfig } from './kubernetes/containerd-config.ts'
import { durations } from './kubernetes/duration.ts'
import { encryptionConfig } from './kubernetes/encryption-config.ts'
import { flagsOf } from './kubernetes/flags.ts'
import { intOrStrings } from './kubernetes/intstr.ts'
import { kubeletConfig } from './kubernetes/kubelet-config.ts'
import { kubeletSecurity } from './kubernetes/kubelet-security.ts'
import { labelSelectors } from './kubernetes/label-selectors.ts'
import { netpol } from './kubernetes/netpol.ts'
import { networkPolicyExchanges } from './kubernetes/networkpolicy.ts'
import { podExchanges } from './kubernetes/pod.ts'
import { psaEval } from './kubernetes/psa-eval.ts'
import { psaMatrix } from './kubernetes/psa-matrix.ts'
import { quantities } from './kubernetes/quantity.ts'
import { rbacAuthz } from './kubernetes/rbac-authz.ts'
import { rbacCovers } from './kubernetes/rbac-covers.ts'
import { rbacRules } from './kubernetes/rbac-rules.ts'
import { rbacExchanges } from './kubernetes/rbac-validation.ts'
import { runtimeClassExchanges } from './kubernetes/runtimeclass.ts'
import { yamlJson } from './kubernetes/yaml-json.ts'
import { ablation, inContainers, oddProfiles } from './seccomp/containers.ts'
import { dockerProfile, escapes, profileDifference } from './seccomp/profiles.ts'
import { loaded, probed } from './seccomp/vectors.ts'
import { shellCases, shellCasesInteractive } from './shell/cases.ts'

/** Kind → evaluator. A kind is the name of a file of recorded verdicts, without its ending, or one of `unrecorded`. */
export const evaluators: Readonly<Record<string, Evaluator>> = {
  'apparmor/access-vectors': access,
  'apparmor/custom-parse-vectors': customParsed,
  'apparmor/parse-vectors': parsed,
  'falco/condition-mutants': conditions,
  'falco/conditions': conditions,
  'falco/falco': falcoCommand,
  'falco/formats': formats,
  'falco/rule-alerts': ruleAlerts,
  'falco/rule-file-mutants': ruleFile,
  'falco/rule-files': ruleFiles,
  'kubernetes/admission-config': admissionConfig,
  'kubernetes/admission-config-start': admissionConfigStart,
  'kubernetes/apiserver-flags-start': apiserverFlagsStart,
  'kubernetes/audit-eval': auditEval,
  'kubernetes/audit-load': auditLoad,
  'kubernetes/audit-log': auditLog,
  'kubernetes/audit-policy-start': auditPolicyStart,
  'kubernetes/audit-requestinfo': auditRequestInfo,
  'kubernetes/auth-config': authConfig,
  'kubernetes/containerd-config': containerdConfig,
  'kubernetes/encryption-config': encryptionConfig,
  'kubernetes/flags-kube-apiserver': flagsOf('kube-apiserver'),
  'kubernetes/flags-kube-controller-manager': flagsOf('kube-controller-manager'),
  'kubernetes/flags-kube-scheduler': flagsOf('kube-scheduler'),
  'kubernetes/flags-kubelet': flagsOf('kubelet'),
  'kubernetes/duration': durations,
  'kubernetes/intstr': intOrStrings,
  'kubernetes/kubelet-config': kubeletConfig,
  'kubernetes/kubelet-security': kubeletSecurity,
  'kubernetes/pod': podExchanges,
  'apiserver/psa': podExchanges,
  'kubernetes/psa-eval': psaEval,
  'kubernetes/psa-matrix': psaMatrix,
  'kubernetes/label-selectors': labelSelectors,
  'kubernetes/netpol': netpol,
  'kubernetes/networkpolicy': networkPolicyExchanges,
  'kubernetes/quantity': quantities,
  'kubernetes/rbac-authz': rbacAuthz,
  'kubernetes/rbac-covers': rbacCovers,
  'kubernetes/rbac-rules': rbacRules,
  'kubernetes/rbac-validation': rbacExchanges,
  'kubernetes/runtimeclass': runtimeClassExchanges,
  'kubernetes/yaml-json': yamlJson,
  'seccomp/difference': profileDifference,
  'seccomp/docker-profile': dockerProfile,
  'seccomp/escape-calls': escapes,
  'seccomp/invalid-vectors': oddProfiles,
  'seccomp/runc-e2e': inContainers,
  'seccomp/startup-ablation': ablation,
  'seccomp/vectors': probed,
  'seccomp/vectors-libseccomp-bugs': probed,
  'seccomp/vectors-load-errors': loaded,
  'shell/cases': shellCases,
  'shell/cases-interactive': shellCasesInteractive,
}

/** Kinds that are asked without a recording to compare with. */
export const unrecorded: readonly string[] = [
  'falco/falco',
  'seccomp/difference',
  'seccomp/docker-profile',
  'seccomp/escape-calls',
]

/** The evaluator of a kind; the folder may be left out where only one kind has that name. */
export function evaluatorOf(name: string): { readonly kind: string; readonly evaluator: Evaluator } | undefined {
  const named = Object.entries(evaluators).filter(([kind]) => kind === name || kind.endsWith(`/${name}`))
  const [first, another] = named
  return first && !another ? { kind: first[0], evaluator: first[1] } : undefined
}
