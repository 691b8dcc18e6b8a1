import { kernelRules } from './falco-rules-kernel.ts'
import { namedParts } from './falco-rules-named.ts'
import { networkRules } from './falco-rules-network.ts'
import { pathRules } from './falco-rules-paths.ts'
import { programRules } from './falco-rules-programs.ts'

/**
 * A set of rules in Falco's language, for /etc/falco/falco_rules.yaml. Labs count on the names, not on their order.
 * What is asked of an event hangs on what everybody tells of it, so that rules of one's own behind these are reached.
 */
export const falcoRules = [namedParts, programRules, pathRules, kernelRules, networkRules].join('\n')
