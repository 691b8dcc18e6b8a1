import { Scalar } from 'yaml'
import { coreScalar } from './core-scalar.ts'
import { kubernetesScalar } from './kubernetes-scalar.ts'

/** How plain scalars become values: by YAML 1.2's core schema, or as Kubernetes' Go decoder reads them. */
export type Scalars = 'core' | 'kubernetes'

export type ScalarValue = string | number | boolean | null

const core = 'tag:yaml.org,2002:'

/** A scalar's value under its tag, or the tag that it cannot be read as. */
export function scalarValue(
  node: Scalar.Parsed,
  scalars: Scalars,
): { readonly value: ScalarValue } | { readonly misfit: string } {
  const text = String(node.value ?? '')
  const plain = node.type === undefined || node.type === Scalar.PLAIN
  const read = scalars === 'core' ? coreScalar : kubernetesScalar
  if (node.tag === undefined) return { value: plain ? read(text) : text }
  const tag = node.tag.startsWith(core) ? node.tag.slice(core.length) : ''
  if (tag === '' || tag === 'str') return { value: text }
  if (tag === 'binary') return fromBase64(text)
  const value = read(text)
  const fits =
    (tag === 'int' && Number.isInteger(value)) ||
    (tag === 'float' && typeof value === 'number') ||
    (tag === 'bool' && typeof value === 'boolean') ||
    (tag === 'null' && value === null)
  return fits || !['int', 'float', 'bool', 'null'].includes(tag) ? { value } : { misfit: tag }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function fromBase64(text: string): { readonly value: string } | { readonly misfit: string } {
  const digits = text.replace(/[\r\n]/g, '')
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return { misfit: 'binary' }
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of digits.replace(/=+$/, '')) {
    bits = ((bits << 6) | alphabet.indexOf(digit)) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes.push((bits >> held) & 0xff)
  }
  return { value: new TextDecoder().decode(Uint8Array.from(bytes)) }
}
