import { describe, expect, it } from 'vitest'
import { kubernetesGates } from './feature-gates/kubernetes-gates.ts'
import { setGates } from './feature-gates/set-gates.ts'
import { fixtureHost } from './fixtures/host.ts'
import type { FlagTable } from './flag.ts'
import { judges } from './judge-flags.ts'
import { readOptions } from './options.ts'
import { parseFlags } from './parse.ts'
import { isBoolean } from './read-value.ts'
import { kubeApiserverFlags } from './tables/kube-apiserver.ts'
import { kubeControllerManagerFlags } from './tables/kube-controller-manager.ts'
import { kubeSchedulerFlags } from './tables/kube-scheduler.ts'
import { kubeletFlags } from './tables/kubelet.ts'

const tables: readonly (readonly [component: string, table: FlagTable])[] = [
  ['kube-apiserver', kubeApiserverFlags],
  ['kube-controller-manager', kubeControllerManagerFlags],
  ['kube-scheduler', kubeSchedulerFlags],
  ['kubelet', kubeletFlags],
]

/** The same numbers each time, from 0 up to 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const values = [
  ...[
    '',
    'true',
    'false',
    '0',
    '1',
    '-1',
    '70000',
    '9223372036854775808',
    '1.5',
    '5m',
    '-1h',
    'x',
    'a,b',
    'a=b',
    'a:b',
  ],
  ...[
    'a<b',
    '"',
    '"a"',
    'a"b',
    '=',
    ',',
    ':',
    '[',
    '(',
    '\\',
    '\u0000',
    'é',
    '😀',
    ' ',
    '%zz',
    'https://a',
    'fd00::/8',
  ],
  ...['/k', '/k/ca.crt', '/k/broken.yaml', '/k/own.conf', '/k/sched.yaml', '/k/node.yaml', '/k/lost', '-', '--', '1Gi'],
  ...['a:NoSchedule', '0:memory=1Gi', '30000-32767', '10.0.0.0/8', 'AllAlpha=true', 'RBAC', 'x'.repeat(300)],
]

describe.each(tables)('%s', (component, table) => {
  const names = [...table.keys()]

  it('says something of every command line', () => {
    const next = numbers(component.length)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
    const ends = new Set<string>()
    for (let round = 0; round < 400; round++) {
      const words = Array.from({ length: Math.floor(next() * 8) }, () => {
        const kind = next()
        if (kind < 0.1) return pick(values)
        return `--${pick(names)}${kind < 0.15 ? '' : `=${pick(values)}`}`
      })
      const judged = judges[component]?.(words, fixtureHost)
      if (!judged || 'undecided' in judged) continue
      if (!judged.ok) expect(judged.error).not.toBe('')
      ends.add(judged.ok ? 'goes on' : judged.stage)
    }
    expect([...ends]).toEqual(expect.arrayContaining(['flags', 'args']))
  })

  it.each(names)('reads --%s with a sign, a blank and underscores alike', name => {
    const flag = table.get(name)
    if (!flag) throw new Error(`--${name} is not there`)
    for (const value of values) {
      const told = (words: readonly string[]) => {
        const { settings, problem } = parseFlags(words, table)
        return { value: settings.get(name)?.value, problem: problem?.words }
      }
      const plain = told([`--${name}=${value}`])
      expect(told([`--${name.replaceAll('-', '_')}=${value}`])).toEqual(plain)
      if (!isBoolean(flag.type)) expect(told([`--${name}`, value])).toEqual(plain)
    }
    if (isBoolean(flag.type)) expect(parseFlags([`--${name}`], table).settings.has(name)).toBe(true)
  })

  it('has defaults that can be read', () => {
    const options = readOptions([], table)
    const readers = [
      options.text,
      options.bool,
      options.whole,
      options.number,
      options.list,
      options.map,
      options.multimap,
    ]
    for (const name of names) {
      const fits = readers.filter(read => {
        try {
          read(name)
          return true
        } catch {
          return false
        }
      })
      expect([name, fits.length > 0]).toEqual([name, true])
    }
  })

  it('tells of flags that will go each time they are set', () => {
    const old = [...table.values()].filter(({ deprecated }) => deprecated !== undefined)
    for (const { name, type, deprecated } of old) {
      const value = isBoolean(type) ? 'true' : type === 'string' ? 'x' : type === 'duration' ? '1s' : '1'
      const { deprecations, problem } = parseFlags([`--${name}=${value}`, `--${name}=${value}`], table)
      if (problem) continue
      expect(deprecations).toEqual(Array(2).fill(`Flag --${name} has been deprecated, ${deprecated}`))
    }
  })
})

describe('feature gates', () => {
  it.each([...kubernetesGates.keys()])('%s can be set to what it is', name => {
    const state = kubernetesGates.get(name)?.at(-1)
    const set = setGates(new Map([[name, state?.on === true]]), 35)
    expect('errors' in set ? set.errors : []).toEqual([])
    const other = setGates(new Map([[name, state?.on === false]]), 35)
    if (state?.locked) expect(other).toHaveProperty('errors')
  })

  it('agree with what they need when nobody sets them, at every version that is emulated', () => {
    for (const minor of [32, 33, 34, 35]) expect(setGates(new Map(), minor)).not.toHaveProperty('errors')
  })
})
