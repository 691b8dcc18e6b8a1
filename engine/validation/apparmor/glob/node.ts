/** One byte out of a set. Paths are bytes to the kernel, so `?` is one byte and not one letter. */
export interface ByteSet {
  readonly kind: 'set'
  /** 256 marks. */
  readonly bytes: Uint8Array
}

/** What a glob is made of. */
export type GlobNode =
  | ByteSet
  | { readonly kind: 'sequence'; readonly parts: readonly GlobNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly GlobNode[] }
  | { readonly kind: 'any-number'; readonly of: ByteSet }

const SLASH = 47

function setOf(holds: (byte: number) => boolean): ByteSet {
  const bytes = new Uint8Array(256)
  for (let byte = 0; byte < 256; byte++) bytes[byte] = holds(byte) ? 1 : 0
  return { kind: 'set', bytes }
}

const literals = new Map<number, ByteSet>()

/** Exactly this byte. */
export function literal(byte: number): ByteSet {
  const known = literals.get(byte)
  if (known) return known
  const made = setOf(it => it === byte)
  literals.set(byte, made)
  return made
}

/** Any byte of a path. */
export const anyByte = setOf(byte => byte !== 0)
/** Any byte of a name in a path. */
export const nameByte = setOf(byte => byte !== 0 && byte !== SLASH)

/** `[abc]`, `[a-z]`, `[^a]`; a negated one holds the slash, as the kernel sees it. */
export function classOf(members: ReadonlySet<number>, negated: boolean): ByteSet {
  return setOf(byte => members.has(byte) !== negated && byte !== 0)
}
