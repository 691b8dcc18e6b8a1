import { limited } from '../limits.ts'
import type { Match, Regex, RegexOptions } from './posix.ts'
import type { CharSet, Node, Tree } from './syntax.ts'

const stepsAtMost = 300_000

const classes: Readonly<Record<string, (char: string) => boolean>> = {
  alnum: char => /[\p{L}\p{N}]/u.test(char),
  alpha: char => /\p{L}/u.test(char),
  blank: char => char === ' ' || char === '\t',
  cntrl: char => /\p{Cc}/u.test(char),
  digit: char => char >= '0' && char <= '9',
  graph: char => /[^\s\p{Cc}]/u.test(char),
  lower: char => /\p{Ll}/u.test(char),
  print: char => /[^\p{Cc}]/u.test(char),
  punct: char => /[!-/:-@[-`{-~]/.test(char),
  space: char => /\s/.test(char),
  upper: char => /\p{Lu}/u.test(char),
  xdigit: char => /[0-9A-Fa-f]/.test(char),
}

function inSet(set: CharSet, char: string): boolean {
  const found =
    set.ranges.some(([from, to]) => char >= from && char <= to) || set.classes.some(name => classes[name]?.(char))
  return found !== set.negated
}

type Groups = (readonly [start: number, end: number] | undefined)[]
type Then = (at: number) => boolean

/** A matcher for the few expressions with back-references, which an automaton cannot do; it gives up in time. */
export function backtrack(tree: Tree, options: RegexOptions): Regex {
  const fold = (text: string) => (options.fold ? text.toLowerCase() : text)

  const matchAt = (text: string, start: number, budget: { left: number }): Match | undefined => {
    const groups: Groups = []
    const isWord = (at: number) => /\w/.test(text[at] ?? ' ')
    const run = (node: Node, at: number, then: Then): boolean => {
      if (budget.left-- <= 0) throw limited('Stopped: this regular expression takes too long.')
      switch (node.kind) {
        case 'char':
          return fold(text.slice(at, at + node.char.length)) === fold(node.char) && then(at + node.char.length)
        case 'any':
          return at < text.length && then(at + 1)
        case 'set':
          return at < text.length && inSet(node.set, text[at] ?? '') && then(at + 1)
        case 'start':
          return (at === 0 || (options.lines === true && text[at - 1] === '\n')) && then(at)
        case 'end':
          return (at === text.length || (options.lines === true && text[at] === '\n')) && then(at)
        case 'word-edge':
          return isWord(at - 1) !== isWord(at) && then(at)
        case 'no-word-edge':
          return isWord(at - 1) === isWord(at) && then(at)
        case 'word-start':
          return !isWord(at - 1) && isWord(at) && then(at)
        case 'word-end':
          return isWord(at - 1) && !isWord(at) && then(at)
        case 'group': {
          const before = groups[node.index]
          const done = run(node.body, at, end => {
            const inner = groups[node.index]
            groups[node.index] = [at, end]
            if (then(end)) return true
            groups[node.index] = inner
            return false
          })
          if (!done) groups[node.index] = before
          return done
        }
        case 'either':
          return node.options.some(option => run(option, at, then))
        case 'all': {
          const next = (index: number, from: number): boolean => {
            const part = node.parts[index]
            return part ? run(part, from, end => next(index + 1, end)) : then(from)
          }
          return next(0, at)
        }
        case 'repeat': {
          const more = (count: number, from: number): boolean => {
            if (count > 2_000) return then(from)
            if (
              count < node.max &&
              run(node.body, from, end => (end > from || count < node.min) && more(count + 1, end))
            )
              return true
            return count >= node.min && then(from)
          }
          return more(0, at)
        }
        case 'same-as': {
          const group = groups[node.index]
          if (!group) return false
          const wanted = text.slice(group[0], group[1])
          return fold(text.slice(at, at + wanted.length)) === fold(wanted) && then(at + wanted.length)
        }
      }
    }
    let end = -1
    const found = run(tree.node, start, at => {
      end = at
      return true
    })
    if (!found) return undefined
    const all = [text.slice(start, end)] as (string | undefined)[]
    for (let i = 1; i <= tree.groups; i++) {
      const group = groups[i]
      all.push(group ? text.slice(group[0], group[1]) : undefined)
    }
    return { start, end, groups: all }
  }

  const find = (text: string, from: number): Match | undefined => {
    const budget = { left: stepsAtMost }
    for (let start = from; start <= text.length; start++) {
      const match = matchAt(text, start, budget)
      if (match) return match
    }
    return undefined
  }
  return { groups: tree.groups, find, test: text => find(text, 0) !== undefined }
}
