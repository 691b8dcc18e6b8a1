/** Shares in per cent; null where none is wanted. */
export interface Wanted {
  readonly decided: number | null
  readonly worded: number | null
}

const nothing: Wanted = { decided: null, worded: null }
const everything: Wanted = { decided: 100, worded: 100 }

/** The first entry whose beginning fits a file's name without its ending. */
const figures: readonly (readonly [string, Wanted])[] = [
  ['seccomp/vectors-libseccomp-bugs', nothing],
  ['seccomp/vectors', { decided: 100, worded: null }],
  ['seccomp/invalid-vectors', everything],
  ['falco/', everything],
  ['apparmor/parse-vectors', { decided: 98, worded: null }],
  ['apparmor/', { decided: 100, worded: null }],
  ['kubernetes/', { decided: 100, worded: 99 }],
  ['apiserver/', { decided: 100, worded: 99 }],
  ['kubectl/', { decided: 100, worded: 98 }],
  ['shell/', { decided: 98, worded: 98 }],
]

export function wantedOf(kind: string): Wanted {
  return figures.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? nothing
}
