import type { CapabilityRule, Prefix } from '../policy.ts'
import { type Beginning, expect, type Parser, stated, take } from './parser.ts'
import { stop } from './refusal.ts'
import { capabilities } from './tables.ts'

/** `capability [name …],` */
export function capabilityRule(parser: Parser, prefix: Prefix, begin: Beginning): CapabilityRule {
  take(parser)
  const names: string[] = []
  for (;;) {
    const next = expect(parser, 'TOK_ID', 'TOK_END_OF_RULE')
    if (next.kind === 'TOK_END_OF_RULE') {
      if (prefix.owner) {
        throw stop(parser.scanner, 'apparmor-prefix', 'owner conditional not allowed on capability rules')
      }
      return { kind: 'capability', ...stated(parser, begin, prefix, next), names }
    }
    if (!capabilities.includes(next.text)) {
      const words = `Invalid capability ${next.text}.`
      throw stop(parser.scanner, 'apparmor-capability', words, { capability: next.text }, next.place.range)
    }
    names.push(next.text)
  }
}
