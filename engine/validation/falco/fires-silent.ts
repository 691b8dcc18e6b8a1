import { compileFalcoRules, type FalcoSettings } from './alerts.ts'
import type { CheckNode, ConditionNode } from './condition/syntax.ts'
import { whyNeverFires } from './explain.ts'
import { writtenIn } from './fires-together.ts'
import { isAtLeast } from './format.ts'
import type { Place } from './mapped-text.ts'
import type { FalcoRule, RuleSet } from './rule-set.ts'

/** Why a rule that is loaded never alerts. */
export interface Silence {
  readonly kind: 'not-enabled' | 'switched-off' | 'priority' | 'shadowed' | 'contradiction'
  readonly sentence: string
  /** Of the rule, or of what silences it. */
  readonly place?: Place
}

/**
 * Why Falco never tells of a rule, with all rules and with what falco.yaml says: it is not enabled, or switched off; its
 * priority is too low; an earlier rule always matches before it; or its condition rules itself out. Undefined for a rule
 * that may alert. Only what is certain is said: an earlier rule is named when all that it asks is asked by this one too.
 */
export function whySilent(rule: FalcoRule, { rules }: RuleSet, settings: FalcoSettings = {}): Silence | undefined {
  const place = rule.place && { place: rule.place }
  if (!isOn(rule, settings)) {
    const isOwn = !rule.enabled
    const sentence = isOwn
      ? `“${rule.name}” is not enabled. Write enabled: true.`
      : `\`rules\` in falco.yaml switches “${rule.name}” off. Take that out, or enable it behind.`
    return { kind: isOwn ? 'not-enabled' : 'switched-off', sentence, ...place }
  }
  const least = settings.priority ?? 'Debug'
  if (!isAtLeast(rule.priority, least)) {
    const sentence = `“${rule.name}” has the priority ${rule.priority}, and falco.yaml asks for ${least} and above. Raise the one, or lower the other.`
    return { kind: 'priority', sentence, ...place }
  }
  const never = whyNeverFires(rule.condition)
  if (never) return { kind: 'contradiction', ...never }
  // What a switch turns on goes to the end, so that the order is another.
  if (settings.ruleMatching === 'all' || settings.rules?.some(({ enable }) => enable)) return undefined
  const asked = new Set(partsOf(rule.condition))
  const earlier = rules
    .slice(0, rules.indexOf(rule))
    .find(each => isOn(each, settings) && isAtLeast(each.priority, least) && covers(each, asked))
  if (!earlier) return undefined
  const sentence = `“${earlier.name}” stands before “${rule.name}” and matches whatever it does, so only the first alerts. Make the first narrower, or set rule_matching: all.`
  return { kind: 'shadowed', sentence, ...(earlier.place && { place: earlier.place }) }
}

/** Whether a rule is on after its own `enabled` and the switches of falco.yaml. */
function isOn(rule: FalcoRule, { rules: switches }: FalcoSettings): boolean {
  if (!switches || switches.length === 0) return rule.enabled
  const alone: RuleSet = { rules: [{ ...rule, condition: open(rule.condition) }], macros: [], lists: [] }
  const { undecided } = compileFalcoRules(alone, { rules: switches }).decide({
    title: '',
    type: 'open',
    fields: new Map(),
  })
  return undecided.length > 0
}

/** A condition that cannot be decided: what is asked at all is known by that. */
function open({ start, end, source }: ConditionNode): ConditionNode {
  return { kind: 'macro', name: '', start, end, source }
}

/** Whether all that one rule asks, joined with `and`, is asked by another too, so that it matches whatever that one does. */
function covers(wide: FalcoRule, asked: ReadonlySet<string>): boolean {
  return partsOf(wide.condition).every(part => asked.has(part))
}

/** What a condition joins with `and`, each as a text that is the same for the same question. */
function partsOf(node: ConditionNode): readonly string[] {
  return node.kind === 'and' ? node.children.flatMap(partsOf) : [textOf(node)]
}

function textOf(node: ConditionNode): string {
  switch (node.kind) {
    case 'check':
      return checkText(node)
    case 'not':
      return `not ${textOf(node.child)}`
    case 'macro':
      return node.name
    default:
      return `(${node.children.map(textOf).join(` ${node.kind} `)})`
  }
}

/** Lists count by what is in them, whatever their order. */
function checkText(check: CheckNode): string {
  const { right, left, operator, modifier, source } = check
  if (right?.kind !== 'list') return writtenIn(check)
  const items = right.items.map(({ text }) => JSON.stringify(text)).toSorted()
  return [source.text.slice(left.start, left.end), operator, modifier ?? '', ...new Set(items)].join(' ')
}
