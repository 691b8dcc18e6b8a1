import { labelValueErrors, qualifiedNameErrors } from '../kubernetes/names.ts'
import type { Read } from './go-number.ts'
import { listValue, type Value } from './value.ts'

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

/** Taints that a node registers with: `key=value:Effect`, `key:Effect`; with a `-` behind it, one that goes. */
export function readTaints(text: string): Read<Value> {
  if (text === '') return { value: listValue([]) }
  const specs = text.split(',')
  const seen = new Set<string>()
  for (const spec of specs) {
    const goes = spec.endsWith('-')
    const taint = readTaint(goes ? spec.slice(0, -1) : spec)
    if (typeof taint === 'string') return { error: taint }
    if (goes) continue
    if (taint.effect === '') return { error: `invalid taint spec: ${spec}` }
    const name = `${taint.effect}/${taint.key}`
    if (seen.has(name)) {
      const shown = `{${taint.key} ${taint.value} ${taint.effect} <nil>}`
      return { error: `duplicated taints with the same key and effect: ${shown}` }
    }
    seen.add(name)
  }
  return { value: listValue(specs) }
}

function readTaint(spec: string): { readonly key: string; readonly value: string; readonly effect: string } | string {
  const invalid = `invalid taint spec: ${spec}`
  const [pair = '', effect = '', ...more] = spec.split(':')
  if (more.length > 0) return invalid
  const isPlain = !spec.includes(':')
  if (!isPlain && !effects.includes(effect)) return `invalid taint effect: ${effect}, unsupported taint effect`
  const [key = '', value = '', ...rest] = isPlain ? [pair] : pair.split('=')
  if (rest.length > 0) return invalid
  const wrongValue = labelValueErrors(value)
  if (wrongValue.length > 0) return `${invalid}, ${wrongValue.join('; ')}`
  const wrongKey = qualifiedNameErrors(key)
  return wrongKey.length > 0 ? `${invalid}, ${wrongKey.join('; ')}` : { key, value, effect }
}
