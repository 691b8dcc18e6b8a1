import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { readDuration } from '../kubernetes/duration.ts'
import { readQuantity } from '../kubernetes/quantity.ts'
import { readAddress } from '../network-policy/address.ts'
import { readCsv } from './csv.ts'
import type { FlagType } from './flag.ts'
import { type Read, readBool, readFloat, readInt, readUint } from './go-number.ts'
import { readPortRange } from './port-range.ts'
import { boolMap, configurationMap, multimap, onePair, pairMap, stringToString } from './read-pairs.ts'
import { readReportedVersion } from './reported-version.ts'
import { readReservedMemory } from './reserved-memory.ts'
import { readTaints } from './taints.ts'
import { boolValue, listOf, listValue, numberValue, textValue, type Value, wholeValue } from './value.ts'

/** What a setting makes of a flag; `before` is what earlier settings made of it, undefined for the first. */
export type Setter = (text: string, before: Value | undefined) => Read<Value>

const setters: Readonly<Record<FlagType, Setter>> = {
  bool: text => to(readBool(text), boolValue),
  boolMap,
  configurationMap,
  duration: text => {
    const read = readDuration(text)
    return typeof read === 'bigint' ? { value: wholeValue(read) } : read
  },
  float32: text => to(readFloat(text, 32), numberValue),
  float64: text => to(readFloat(text, 64), numberValue),
  gates: multimap(true),
  int: text => to(readInt(text, 64), wholeValue),
  int32: text => to(readInt(text, 32), wholeValue),
  int64: text => to(readInt(text, 64), wholeValue),
  ip: (text, before) => {
    if (text === '') return { value: before ?? textValue('') }
    const address = text.trim()
    const hasNoughts = /(?:^|[.:])0\d*\d(?=\.|$)/.test(address) && address.includes('.')
    return readAddress(address) && !hasNoughts
      ? { value: textValue(address) }
      : { error: `failed to parse IP: ${goQuoted(text)}` }
  },
  langleMap: pairMap('<'),
  level: text => to(readUint(text, 31, 10), wholeValue),
  multimap: multimap(false),
  namedCertKey: (text, before) => {
    const [files = '', ...names] = text.split(':')
    if (names.length > 0 && names.join(':').trim() === '') return { error: 'empty names list is not allowed' }
    if (files.trim().split(',').length !== 2)
      return { error: 'expected comma separated certificate and key file paths' }
    return { value: listValue([...listOf(before), text]) }
  },
  onePair,
  pairMap: pairMap('='),
  portRange: text => to(readPortRange(text), textValue),
  quantity: text => {
    const quantity = readQuantity(text)
    return 'error' in quantity ? quantity : { value: textValue(text) }
  },
  reservedMemory: readReservedMemory,
  sloppyIp: text =>
    text === '' || readAddress(text)
      ? { value: textValue(text) }
      : { error: `${goQuoted(text)} is not a valid IP address` },
  string: text => ({ value: textValue(text) }),
  stringArray: (text, before) => ({ value: listValue([...listOf(before), text]) }),
  stringSlice: (text, before) =>
    to(text === '' ? { value: [] } : readCsv(text), list => listValue([...listOf(before), ...list])),
  stringToString,
  taints: readTaints,
  uint: text => to(readUint(text, 64, 0), wholeValue),
  version: text => to(readReportedVersion(text), textValue),
  vmodule: (text, before) => {
    const patterns = text.split(',').filter(pattern => pattern !== '')
    for (const pattern of patterns) {
      const [file, level, ...more] = pattern.split('=')
      if (!file || !level || more.length > 0)
        return { error: `${goQuoted(pattern)} does not have the pattern=N format` }
      const read = readUint(level, 31, 10)
      if ('error' in read) return { error: `parsing verbosity in ${goQuoted(pattern)}: ${read.error}` }
    }
    return { value: listValue([...listOf(before), ...patterns]) }
  },
}

/** Sets a flag of a type once more; never throws. */
export function setFlag(type: FlagType, text: string, before: Value | undefined): Read<Value> {
  return setters[type](text, before)
}

/** Types of which `--flag` alone means true. */
export function isBoolean(type: FlagType): boolean {
  return type === 'bool' || type === 'version'
}

function to<T>(read: Read<T>, make: (value: T) => Value): Read<Value> {
  return 'error' in read ? read : { value: make(read.value) }
}
