import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { readQuantity } from '../kubernetes/quantity.ts'
import { type Read, readAtoi } from './go-number.ts'
import { listOf, listValue, type Value } from './value.ts'

/** Memory that is kept for the system on each NUMA node: `0:memory=1Gi,hugepages-2Mi=1Gi;1:memory=2Gi`. */
export function readReservedMemory(text: string, before: Value | undefined): Read<Value> {
  if (text === '') return { value: listValue(listOf(before)) }
  const nodes = text.split(';')
  for (const node of nodes) {
    const [number = '', amounts, ...more] = node.split(':')
    if (amounts === undefined || more.length > 0) {
      const shape = 'numaNodeID:type=quantity[,type=quantity...]'
      return { error: `the reserved memory has incorrect format, expected ${shape}, got ${node}` }
    }
    if ('error' in readAtoi(number))
      return { error: `failed to convert the NUMA node ID, exptected integer, got ${number}` }
    for (const amount of amounts.split(',')) {
      const wrong = amountProblem(amount)
      if (wrong) return { error: wrong }
    }
  }
  return { value: listValue([...listOf(before), ...nodes]) }
}

function amountProblem(amount: string): string | undefined {
  const [type = '', size, ...more] = amount.split('=')
  if (size === undefined || more.length > 0)
    return `the reserved limit has incorrect value, expected type=quantatity, got ${amount}`
  if (type !== 'memory' && !type.startsWith('hugepages-'))
    return `memory type conversion error, unknown type: ${goQuoted(type)}`
  return 'error' in readQuantity(size) ? `failed to parse the quantatity, expected quantatity, got ${size}` : undefined
}
