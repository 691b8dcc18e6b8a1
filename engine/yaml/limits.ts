/** What a text may ask of us. Far above what people write by hand, far below what hurts. */
export const limit = {
  /** Bytes of UTF-8. */
  size: 1 << 20,
  /** Lists and maps in each other; behind aliases as well. */
  depth: 64,
  /** Values that aliases may add by being written out. */
  aliased: 100_000,
  documents: 1000,
  findings: 100,
} as const
