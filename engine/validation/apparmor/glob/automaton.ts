import type { ByteSet, GlobNode } from './node.ts'

/** Several globs as one machine that reads a text once, whatever the globs are. */
export interface Automaton {
  /** The number of the set of globs that match; 0 is none. */
  find(text: string): number
  /** What a number stands for: the globs by their index, in their order. */
  matching(found: number): readonly number[]
}

/** Steps of all globs together; a policy with more is not compiled. */
export const MAX_NODES = 600_000
/** States times classes of bytes that the table may hold: 8 MB. Ten thousand rules as people write them need less. */
const MAX_CELLS = 2_000_000
/** Nodes that the states hold together; with more they are forgotten and made anew. */
const MAX_HELD = 1_000_000
const encoder = new TextEncoder()

interface Machine {
  /** Of each node: the set that it takes a byte of, or none. */
  readonly sets: (ByteSet | undefined)[]
  /** Of each node: where it leads; two where it takes nothing. */
  readonly next: number[]
  readonly other: number[]
  /** Of each node: the glob that ends here. */
  readonly ends: number[]
}

function newMachine(): Machine {
  return { sets: [], next: [], other: [], ends: [] }
}

function add(machine: Machine, set: ByteSet | undefined, next: number, other = -1, end = -1): number {
  machine.sets.push(set)
  machine.next.push(next)
  machine.other.push(other)
  machine.ends.push(end)
  return machine.sets.length - 1
}

/** Adds what leads through a node of a glob to `after`, from behind. */
function through(machine: Machine, node: GlobNode, after: number): number {
  switch (node.kind) {
    case 'set':
      return add(machine, node, after)
    case 'sequence':
      return node.parts.reduceRight((next, part) => through(machine, part, next), after)
    case 'any-number': {
      const fork = add(machine, undefined, after)
      machine.other[fork] = add(machine, node.of, fork)
      return fork
    }
    case 'choice':
      return node.parts
        .map(part => through(machine, part, after))
        .reduce((all, one) => add(machine, undefined, all, one))
  }
}

/** Undefined when the globs are too many or too long together. */
export function automaton(globs: readonly GlobNode[]): Automaton | undefined {
  const machine = newMachine()
  const starts: number[] = []
  for (const [index, glob] of globs.entries()) {
    starts.push(through(machine, glob, add(machine, undefined, -1, -1, index)))
    if (machine.sets.length > MAX_NODES) return undefined
  }
  return running(machine, starts)
}

/** The machine, made deterministic state by state as texts come along. */
function running(machine: Machine, starts: readonly number[]): Automaton {
  const { classOf, representatives } = classesOf(machine)
  const width = representatives.length
  const mostStates = Math.floor(MAX_CELLS / width)
  const marks = new Int32Array(machine.sets.length)
  let mark = 0
  const accepted: (readonly number[])[] = [[]]
  const acceptedBy = new Map<string, number>([['', 0]])
  let nodes: Int32Array[] = []
  let accepts: number[] = []
  let known = new Map<string, number>()
  let table = new Int32Array(0)
  let held = 0
  const begin = closure(starts)

  /** All nodes that are reached without taking a byte: those that take one, and the ends. */
  function closure(from: readonly number[]): Int32Array {
    mark++
    const found: number[] = []
    const work = [...from]
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      if (node < 0 || marks[node] === mark) continue
      marks[node] = mark
      if (machine.sets[node] !== undefined || (machine.ends[node] ?? -1) >= 0) found.push(node)
      else work.push(machine.next[node] ?? -1, machine.other[node] ?? -1)
    }
    return Int32Array.from(found).sort()
  }

  function state(of: Int32Array): number {
    const key = of.join()
    const there = known.get(key)
    if (there !== undefined) return there
    const index = nodes.length
    known.set(key, index)
    nodes.push(of)
    held += of.length
    const ends = [...of].flatMap(node => ((machine.ends[node] ?? -1) >= 0 ? [machine.ends[node] ?? -1] : []))
    ends.sort((a, b) => a - b)
    const name = ends.join()
    const accept = acceptedBy.get(name) ?? accepted.push(ends) - 1
    acceptedBy.set(name, accept)
    accepts.push(accept)
    if (table.length < nodes.length * width) {
      const larger = new Int32Array(Math.max(64, nodes.length * 2) * width).fill(-1)
      larger.set(table)
      table = larger
    }
    return index
  }

  function forget(): void {
    nodes = []
    accepts = []
    known = new Map()
    table = new Int32Array(0)
    held = 0
    state(begin)
  }

  function step(from: number, cls: number): number {
    const byte = representatives[cls] ?? 0
    const reached: number[] = []
    for (const node of nodes[from] ?? []) {
      if (machine.sets[node]?.bytes[byte]) reached.push(machine.next[node] ?? -1)
    }
    const to = closure(reached)
    if ((nodes.length >= mostStates || held > MAX_HELD) && !known.has(to.join())) {
      forget()
      return state(to)
    }
    const index = state(to)
    table[from * width + cls] = index
    return index
  }

  forget()
  return {
    find(text) {
      let at = 0
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index)
        if (code > 127) return accepts[bytes(text)] ?? 0
        const cls = classOf[code] ?? 0
        const to = table[at * width + cls] ?? -1
        at = to >= 0 ? to : step(at, cls)
      }
      return accepts[at] ?? 0
    },
    matching: found => accepted[found] ?? [],
  }

  function bytes(text: string): number {
    let at = 0
    for (const byte of encoder.encode(text)) {
      const cls = classOf[byte] ?? 0
      const to = table[at * width + cls] ?? -1
      at = to >= 0 ? to : step(at, cls)
    }
    return at
  }
}

/** Bytes that no set tells apart are one class. */
function classesOf({ sets }: Machine): { readonly classOf: Uint8Array; readonly representatives: readonly number[] } {
  const classOf = new Uint8Array(256)
  let representatives = [0]
  for (const set of new Set(sets)) {
    if (!set) continue
    const split = new Map<number, number>()
    const next = [...representatives]
    const before = Uint8Array.from(classOf)
    for (let byte = 0; byte < 256; byte++) {
      const cls = before[byte] ?? 0
      const key = cls * 2 + (set.bytes[byte] ?? 0)
      const first = representatives[cls] ?? 0
      if ((set.bytes[first] ?? 0) === (set.bytes[byte] ?? 0)) continue
      const made = split.get(key) ?? next.push(byte) - 1
      split.set(key, made)
      classOf[byte] = made
    }
    representatives = next
  }
  return { classOf, representatives }
}

/**
 * A text that both globs match, or that none is. `undefined` when looking for one takes more than `steps`.
 */
export function overlap(one: GlobNode, other: GlobNode, steps: number): boolean | undefined {
  const machine = newMachine()
  const end = add(machine, undefined, -1, -1, 0)
  const starts = [through(machine, one, end), through(machine, other, end)] as const
  const total = machine.sets.length
  const seen = new Set<number>()
  const work: (readonly [number, number])[] = [starts]
  let left = steps
  for (let pair = work.pop(); pair; pair = work.pop()) {
    const [a, b] = pair
    if (a < 0 || b < 0) continue
    const key = a * total + b
    if (seen.has(key)) continue
    seen.add(key)
    if (--left < 0) return undefined
    if (a === end && b === end) return true
    const setA = machine.sets[a]
    const setB = machine.sets[b]
    if (!setA && a !== end) work.push([machine.next[a] ?? -1, b], [machine.other[a] ?? -1, b])
    else if (!setB && b !== end) work.push([a, machine.next[b] ?? -1], [a, machine.other[b] ?? -1])
    else if (setA && setB && setA.bytes.some((byte, index) => byte === 1 && setB.bytes[index] === 1)) {
      work.push([machine.next[a] ?? -1, machine.next[b] ?? -1])
    }
  }
  return false
}
