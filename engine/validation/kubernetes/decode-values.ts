import type { JsonNode } from '../../yaml/go/json.ts'
import { jsonText } from '../../yaml/go/json-text.ts'
import { abort, abortOfType, type GoType, type Place, pathOf, unfit, wrongType } from './decode.ts'
import { map, wholeIn } from './decode-types.ts'
import { type Duration, readDuration } from './duration.ts'
import type { IntOrString } from './int-or-string.ts'
import { type Quantity, readQuantity } from './quantity.ts'
import { readTime } from './time.ts'

const durationText: GoType<Duration> = ofText('v1.Duration', 0n, (written, node, place) => {
  const read = readDuration(written)
  return typeof read === 'bigint' ? read : abort(node, place, read.error)
})

/** `metav1.Duration`: `"1m30s"`. In nanoseconds. Null is read as an empty text, which is none. */
export const duration: GoType<Duration> = {
  ...durationText,
  read: (node, place, decoding, before) =>
    durationText.read(
      node.kind === 'null' ? { kind: 'string', value: '', range: node.range } : node,
      place,
      decoding,
      before,
    ),
  quick: () => unfit,
}

/** `metav1.Time`, as it is written; undefined where there is none. */
export const time: GoType<string | undefined> = ofText<string | undefined>(
  'v1.Time',
  undefined,
  (written, node, place) => {
    const error = readTime(written)
    return error === undefined ? written : abort(node, place, error)
  },
)

/** `metav1.MicroTime`. */
export const microTime: GoType<string | undefined> = ofText<string | undefined>(
  'v1.MicroTime',
  undefined,
  (written, node, place) => {
    const error = readTime(written, '.000000')
    return error === undefined ? written : abort(node, place, error)
  },
)

/** `resource.Quantity`: a string or a number, and what else is there is told to be no quantity. */
export const quantity: GoType<Quantity> = {
  goName: 'resource.Quantity',
  zero: () => zero,
  read(node, place) {
    if (node.kind === 'null') return zero
    // Go looks at the JSON itself: escapes in a string stay as they are.
    const json = jsonText(node)
    const read = readQuantity((node.kind === 'string' ? json.slice(1, -1) : json).trim())
    return 'error' in read ? abort(node, place, read.error) : read
  },
  quick(given) {
    if (given === null) return zero
    const written = typeof given === 'number' ? String(given) : given
    if (typeof written !== 'string' || !/^[-+.\w]*$/.test(written)) return unfit
    const read = readQuantity(written)
    return 'error' in read ? unfit : read
  },
}

const nought = readQuantity('0')
if ('error' in nought) throw new Error('0 is a quantity')
const zero: Quantity = nought

/** `v1.ResourceList`: amounts by the name of the resource. */
export const resourceList = map(quantity, 'v1.ResourceList')

/** `intstr.IntOrString`: a port by number or name, a number or a percentage. */
export const intOrString: GoType<IntOrString> = {
  goName: 'intstr.IntOrString',
  zero: () => ({ type: 'int', value: 0 }),
  read(node, place, _, before) {
    if (node.kind === 'string') return { type: 'string', value: node.value }
    if (node.kind === 'null') return before
    if (node.kind !== 'number') return abortOfType(node, place, 'int32')
    const value = wholeIn(node.literal, 32)
    if (value === undefined) return abortOfType(node, place, 'int32', `number ${node.literal}`)
    return { type: 'int', value: Number(value) }
  },
  quick(given) {
    if (typeof given === 'string') return { type: 'string', value: given }
    return typeof given === 'number' && (given | 0) === given ? { type: 'int', value: given } : unfit
  },
}

/** `[]byte`: base64 in JSON. Undefined where there is nothing; the text as it is written, blanks and all. */
export const bytes: GoType<string | undefined> = {
  goName: '[]uint8',
  zero: () => undefined,
  read(node, place, decoding, before) {
    if (node.kind === 'null') return undefined
    if (node.kind !== 'string') {
      wrongType(node, place, decoding, '[]uint8')
      return before
    }
    const at = badBase64(node.value)
    if (at === undefined) return node.value
    const message = `illegal base64 data at input byte ${at}`
    decoding.wrong.push({ code: 'bad-value', path: pathOf(place), range: node.range, message })
    return before
  },
}

/** Where Go's decoder stops in a text of base64; undefined where it does not. */
export function badBase64(written: string): number | undefined {
  const encoded = new TextEncoder().encode(written)
  let digits = 0
  for (let at = 0; at < encoded.length; at++) {
    const character = String.fromCharCode(encoded[at] ?? 0)
    if (character === '\n' || character === '\r') continue
    if (/[A-Za-z0-9+/]/.test(character)) digits++
    else if (character !== '=' || digits % 4 < 2) return at
    else return badPadding(encoded, at, digits % 4)
  }
  return digits % 4 === 0 ? undefined : encoded.length - (digits % 4)
}

function badPadding(encoded: Uint8Array, first: number, digits: number): number | undefined {
  let wanted = 4 - digits
  for (let at = first; at < encoded.length; at++) {
    const byte = encoded[at]
    if (byte === 10 || byte === 13) continue
    if (byte !== 61 || wanted === 0) return at
    wanted--
  }
  return wanted === 0 ? undefined : encoded.length
}

/** A type that decodes itself, from a string. Null leaves nothing. */
function ofText<T>(goName: string, zero: T, take: (written: string, node: JsonNode, place: Place) => T): GoType<T> {
  return {
    goName,
    zero: () => zero,
    read(node, place) {
      if (node.kind === 'null') return zero
      return node.kind === 'string' ? take(node.value, node, place) : abortOfType(node, place, 'string')
    },
    quick: given => (given === null ? zero : unfit),
  }
}
