const KiB = 1024
const MiB = 1024 * KiB

/** What a pack may have; it is not trusted. Sizes in bytes, lengths in UTF-16 units. */
export const packLimits = {
  /** Of an archive as it is sent; the server takes no larger bodies. */
  archive: 2.5 * MiB,
  /** Of all files together. */
  bytes: 8 * MiB,
  bytesOfFile: 256 * KiB,
  files: 10_000,
  /** Files and folders of an archive with what is passed over: names that begin with a dot, records about names. */
  entries: 30_000,
  /** How many times as large an archive may become; below `ratioFrom` unpacked bytes it does not count. */
  ratio: 100,
  ratioFrom: 1 * MiB,
  /** Folders inside each other. */
  depth: 12,
  /** Of a path inside the pack, and of one name in it. */
  path: 200,
  name: 100,
  labs: 200,
  /** Of one pack that are told. */
  findings: 200,
  /** Folders in the folder of packs: packs by hand, and versions that were installed. */
  versions: 60,
} as const

/** The limits on files as a sentence. */
export const limitsSentence = `A pack has at most ${packLimits.files} files of ${packLimits.bytesOfFile / KiB} KiB, ${packLimits.bytes / MiB} MiB together.`

/** A number of bytes as a person reads it. */
export function sizeText(bytes: number): string {
  if (bytes < KiB) return `${bytes} bytes`
  return bytes < MiB ? `${Math.ceil(bytes / KiB)} KiB` : `${(bytes / MiB).toFixed(1)} MiB`
}
