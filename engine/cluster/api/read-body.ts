import { decode, type GoType } from '../../validation/kubernetes/decode.ts'
import { decodeQuickly } from '../../validation/kubernetes/decode-quickly.ts'
import { readObjectText, strictWords } from '../../validation/kubernetes/read-object.ts'
import { otherKind, unrecognizedBody, type WantedKind } from '../../validation/kubernetes/wanted-kind.ts'
import { type Answer, refusal } from './answer.ts'

/** What becomes of fields that are not known, or stand twice. */
export type FieldValidation = 'Strict' | 'Warn' | 'Ignore'

/** Decodes the body of a request as the kind of object that its URL is about. */
export function readBody<T extends { readonly apiVersion: string; readonly kind: string }>(
  type: GoType<T>,
  body: string,
  wanted: WantedKind,
  fieldValidation: FieldValidation,
): { readonly value: T; readonly warnings: readonly string[] } | { readonly answer: Answer } {
  const bad = (why: string) => ({ answer: refusal(400, why, 'BadRequest') })
  const { kind, apiVersion } = wanted
  const quick = decodeQuickly(type, body)
  if (quick && (quick.kind || kind) === kind && (quick.apiVersion || apiVersion) === apiVersion)
    return { value: quick, warnings: [] }
  const text = readObjectText(body)
  if ('refused' in text) return bad(unrecognizedBody(kind, text.refused, body))
  const other = otherKind(text.node, body, wanted)
  if (other !== undefined) return bad(other)
  const { value, error, strict } = decode(type, text.node)
  const isStrict = fieldValidation === 'Strict'
  const words = error?.message ?? (isStrict ? strictWords(text.duplicates, strict) : undefined)
  const version = apiVersion.split('/').at(-1)
  if (words !== undefined) return bad(`${kind} in version "${version}" cannot be handled as a ${kind}: ${words}`)
  if (fieldValidation !== 'Warn') return { value, warnings: [] }
  const twice = text.duplicates.map(({ line, shown }) => `line ${line}: key ${shown} already set in map`)
  return { value, warnings: [...twice, ...strict.map(({ message }) => message)] }
}
