import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { Gates } from '../flags/feature-gates/set-gates.ts'
import type { KubeletConfig } from './defaults.ts'
import { type Problem, problem } from './problem.ts'

const policies = ['NeverVerify', 'NeverVerifyPreloadedImages', 'NeverVerifyAllowlistedImages', 'AlwaysVerify']
const [policyField, listField] = [
  'imagePullCredentialsVerificationPolicy',
  'preloadedImagesVerificationAllowlist',
] as const

/** Whose credentials are asked for before an image on the node is used. */
export function validateImages(config: KubeletConfig, gates: Gates): readonly Problem[] {
  const { [policyField]: policy, [listField]: patterns } = config
  const gate = 'KubeletEnsureSecretPulledImages'
  if (!gates.isOn(gate)) {
    const written = [...(policy === '' ? [] : [policyField]), ...(patterns.length === 0 ? [] : [listField])]
    return written.map(field => {
      const words = `\`${field}\` must not be set if ${gate} feature gate is not enabled`
      return problem('kubelet-feature-gate', field, words)
    })
  }
  const problems: Problem[] = []
  if (!policies.includes(policy)) {
    const shown = policies.map(goQuoted)
    const options = `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
    const words = `option ${goQuoted(policy)} specified for ${policyField}. Valid options are ${options}`
    problems.push(problem('kubelet-choice', policyField, words))
  }
  if (patterns.length > 0 && policy !== 'NeverVerifyAllowlistedImages') {
    // The name is misspelt in Kubernetes.
    const words = `can't set \`${listField}\` if \`imagePullCredentialsVertificationPolicy\` is not "NeverVerifyAllowlistedImages"`
    problems.push(problem('kubelet-together', listField, words))
  } else {
    const why = patterns.map(patternProblem).find(it => it !== undefined)
    if (why !== undefined)
      problems.push(problem('kubelet-bad-value', listField, `invalid image pattern in \`${listField}\`: ${why}`))
  }
  return problems
}

/** A registry and a path, or with a star for all below. Whether a whole name is one of an image is not looked at. */
function patternProblem(pattern: string): string | undefined {
  if (pattern !== pattern.trim()) return `leading/trailing spaces are not allowed: ${pattern}`
  const isWildcard = pattern.endsWith('/*')
  const trimmed = isWildcard ? pattern.slice(0, -1) : pattern
  if (trimmed === '') return `the supplied pattern is too short: ${pattern}`
  if (trimmed.includes('*'))
    return `not a valid wildcard pattern, only patterns ending with '/*' are allowed: ${pattern}`
  return isWildcard && trimmed.length === 1 ? 'at least registry hostname is required' : undefined
}
