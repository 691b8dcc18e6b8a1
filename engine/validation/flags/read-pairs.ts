import { readCsv } from './csv.ts'
import { type Read, readBool } from './go-number.ts'
import type { Setter } from './read-value.ts'
import { mapOf, mapValue, type Value } from './value.ts'

/** Pairs with a sign between name and value, several with commas between them. */
export function pairMap(sign: '=' | '<'): Setter {
  return (text, before) => {
    const map = new Map(mapOf(before))
    for (const pair of parts(text)) {
      const at = pair.indexOf(sign)
      if (at < 0) return { error: `malformed pair, expect string${sign}string` }
      map.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
    }
    return { value: mapValue(map) }
  }
}

/** One pair; a comma belongs to its value. */
export const onePair: Setter = (text, before) => {
  const at = text.indexOf('=')
  if (at < 0) return { error: 'malformed pair, expect string=string' }
  return { value: mapValue(new Map([...mapOf(before), [text.slice(0, at).trim(), text.slice(at + 1).trim()]])) }
}

/** Pairs, and names alone. */
export const configurationMap: Setter = (text, before) => {
  const map = new Map(mapOf(before))
  for (const pair of parts(text)) {
    const at = pair.indexOf('=')
    map.set((at < 0 ? pair : pair.slice(0, at)).trim(), at < 0 ? '' : pair.slice(at + 1).trim())
  }
  return { value: mapValue(map) }
}

export const boolMap: Setter = (text, before) => {
  const map = new Map(mapOf(before))
  for (const pair of parts(text)) {
    const at = pair.indexOf('=')
    if (at < 0) return { error: 'malformed pair, expect string=bool' }
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    const read = readBool(value)
    if ('error' in read) return { error: `invalid value of ${name}: ${value}, err: ${read.error}` }
    map.set(name, String(read.value))
  }
  return { value: mapValue(map) }
}

/** `name:value`; with `nameless`, a value alone has the name of nothing. */
export function multimap(nameless: boolean): Setter {
  return (text, before) => {
    const map = new Map<string, readonly string[]>(before?.is === 'multimap' ? before.multimap : [])
    for (const pair of parts(text)) {
      const at = pair.indexOf(':')
      if (at < 0 && !nameless) return { error: 'malformed pair, expect string:string' }
      const name = at < 0 ? '' : pair.slice(0, at).trim()
      map.set(name, [...(map.get(name) ?? []), pair.slice(at + 1).trim()])
    }
    return { value: { is: 'multimap', multimap: map } }
  }
}

/** Pairs that are written as comma-separated values. */
export const stringToString: Setter = (text, before): Read<Value> => {
  const signs = text.split('=').length - 1
  if (signs === 0) return { error: `${text} must be formatted as key=value` }
  const list = signs === 1 ? { value: [text.replace(/^"+|"+$/g, '')] } : readCsv(text)
  if ('error' in list) return list
  const map = new Map(mapOf(before))
  for (const pair of list.value) {
    const at = pair.indexOf('=')
    if (at < 0) return { error: `${pair} must be formatted as key=value` }
    map.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return { value: mapValue(map) }
}

function parts(text: string): readonly string[] {
  return text.split(',').filter(part => part !== '')
}
