import type { CppNode } from '../../yaml/cpp/nodes.ts'
import { readCppYaml } from '../../yaml/cpp/read.ts'

/** What stands under a key of falco.yaml. Every scalar is text: what reads it makes a number or a truth of it. */
export type Setting = null | string | Setting[] | Settings
export type Settings = Map<string, Setting>

/** A YAML node as a value that can be changed. What aliases share is copied; of equal keys the first counts. */
export function settingOf(node: CppNode): Setting {
  switch (node.kind) {
    case 'null':
      return null
    case 'scalar':
      return node.text
    case 'sequence':
      return node.items.map(settingOf)
    case 'map': {
      const made: Settings = new Map()
      for (const { key, value } of node.entries) {
        const name = key.kind === 'scalar' ? key.text : ''
        if (!made.has(name)) made.set(name, settingOf(value))
      }
      return made
    }
  }
}

/** A step of the path to a value: a key, or a place in a list; without a number the one behind its end. */
type Step = string | { readonly place?: number }

/** `rules[].disable.rule`, `plugins[0].name`, `a\.b` as steps; undefined for what is none. */
function stepsOf(path: string): readonly Step[] | undefined {
  const steps: Step[] = []
  for (const part of path.match(/(?:\\.|[^.\\])+/g) ?? []) {
    const [, name = '', places = ''] = /^((?:\\.|[^[\]\\])*)((?:\[\d*\])*)$/.exec(part) ?? []
    if (name === '' && places === '') return undefined
    if (name !== '') steps.push(name.replace(/\\(.)/g, '$1'))
    for (const [, digits = ''] of places.matchAll(/\[(\d*)\]/g))
      steps.push(digits === '' ? {} : { place: Number(digits) })
  }
  return steps.length > 0 ? steps : undefined
}

/** No list is longer by the command line. */
const placesAtMost = 1000

/** Puts what `-o key.sub=value` says into settings; false when it is not of that form. */
export function override(settings: Settings, written: string): boolean {
  const sign = written.indexOf('=')
  const steps = sign > 0 ? stepsOf(written.slice(0, sign)) : undefined
  if (!steps) return false
  put(settings, steps, writtenValue(written.slice(sign + 1)))
  return true
}

function writtenValue(written: string): Setting {
  const text = written.trim()
  if (!text.startsWith('{')) return text
  const yaml = readCppYaml(text)
  const [document] = 'documents' in yaml ? yaml.documents : []
  return document ? settingOf(document) : text
}

function put(settings: Settings, steps: readonly Step[], value: Setting): void {
  const [first, ...rest] = steps
  if (typeof first !== 'string') return
  settings.set(first, changed(settings.get(first) ?? null, rest, value))
}

/** A value with another put in below it; what stands in the way is replaced. */
function changed(old: Setting, steps: readonly Step[], value: Setting): Setting {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (typeof step !== 'string') {
    const items = Array.isArray(old) ? [...old] : []
    const at = Math.min(step.place ?? items.length, placesAtMost)
    while (items.length < at) items.push(null)
    items[at] = changed(items[at] ?? null, rest, value)
    return items
  }
  const map: Settings = new Map(old instanceof Map ? old : [])
  map.set(step, changed(map.get(step) ?? null, rest, value))
  return map
}

/** What stands at a path of keys; undefined when nothing does. */
export function at(settings: Settings, ...keys: readonly string[]): Setting | undefined {
  let here: Setting | undefined = settings
  for (const key of keys) here = here instanceof Map ? here.get(key) : undefined
  return here
}
