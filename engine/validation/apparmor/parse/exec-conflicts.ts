import { overlap } from '../glob/automaton.ts'
import { parseGlob } from '../glob/parse.ts'
import type { ExecMode, FileRule, Rule } from '../policy.ts'
import { sameMode } from './exec-mode.ts'
import { refuse } from './refusal.ts'

/** Steps that looking for paths of two rules may take in one profile. */
const MAX_STEPS = 2_000_000

interface Runs extends FileRule {
  readonly exec: ExecMode
}

function running(rules: readonly Rule[]): readonly Runs[] {
  return rules.filter((rule): rule is Runs => rule.kind === 'file' && rule.exec !== undefined && rule.mode !== 'deny')
}

/** Whether the two can apply to one process, and would run the program differently. */
function disagree(one: Runs, other: Runs): boolean {
  const together = one.owner === undefined || other.owner === undefined || one.owner === other.owner
  return together && !sameMode(one.exec, other.exec)
}

/** Two rules with the same words for the path and the rest, but another way to run it. */
export function checkExactPaths(label: string, rules: readonly Rule[]): void {
  const byPath = new Map<string, Runs[]>()
  for (const rule of running(rules)) {
    const key = `${rule.path}\0${rule.link?.target ?? ''}\0${rule.mode}\0${rule.audit}\0${rule.priority}`
    const before = byPath.get(key) ?? []
    const against = before.find(it => disagree(it, rule))
    if (against) {
      const words = `profile ${label}: has merged rule ${rule.path} with conflicting x modifiers`
      throw conflict(`${words}\nERROR merging rules for profile ${label}, failed to load`, against, rule)
    }
    before.push(rule)
    byPath.set(key, before)
  }
}

/** Two globs that match one path: neither is more exact than the other, so neither wins. */
export function checkOverlaps(label: string, rules: readonly Rule[]): void {
  const all = running(rules).flatMap(rule => {
    const parsed = parseGlob(rule.path)
    return 'node' in parsed ? [{ rule, ...parsed }] : []
  })
  let left = MAX_STEPS
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(0, index)) {
      if (one.rule.priority !== other.rule.priority || one.exact !== other.exact) continue
      if (!disagree(one.rule, other.rule) || left <= 0) continue
      if (prefixesDiffer(one.rule.path, other.rule.path)) {
        left--
        continue
      }
      const found = overlap(one.node, other.node, Math.min(left, 100_000))
      left -= 1000
      if (found !== true) continue
      const words = 'profile has merged rule with conflicting x modifiers'
      throw conflict(`${words}\nERROR processing regexs for profile ${label}, failed to load`, other.rule, one.rule)
    }
  }
}

/** Whether what stands before the first special character tells the two apart. */
function prefixesDiffer(one: string, other: string): boolean {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const [a = '', b = ''] = [one[at], other[at]]
    if ('*?[{\\'.includes(a) || '*?[{\\'.includes(b)) return false
    if (a !== b) return true
  }
  return false
}

function conflict(message: string, one: Runs, other: Runs): Error {
  const [first, last] = one.place.line <= other.place.line ? [one, other] : [other, one]
  return refuse('apparmor-exec-conflict', message, last.place, { path: last.path, line: first.place.line })
}
