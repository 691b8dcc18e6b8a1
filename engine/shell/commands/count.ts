const multipliers: Readonly<Record<string, number>> = {
  '': 1,
  b: 512,
  kB: 1000,
  K: 1024,
  KiB: 1024,
  k: 1024,
  MB: 1e6,
  M: 1048576,
  MiB: 1048576,
  GB: 1e9,
  G: 1073741824,
}

/** A count such as `5`, `+3`, `-7`, `2K`, its sign left out; undefined when it is none. */
export function countOf(text: string): number | undefined {
  const found = /^[-+]?(\d+)([A-Za-z]*)$/.exec(text)
  const by = found && Object.hasOwn(multipliers, found[2] ?? '') ? multipliers[found[2] ?? ''] : undefined
  return by === undefined ? undefined : Number(found?.[1]) * by
}
