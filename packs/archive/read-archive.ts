import { createGunzip } from 'node:zlib'
import type { LabFiles, PackFinding } from '#engine/grade/lab-source.ts'
import { packLimits, sizeText } from '../pack-limits.ts'
import { ArchiveFault } from './archive-fault.ts'
import { type Collector, collector } from './collect.ts'
import { readTar } from './read-tar.ts'
import { readZip } from './read-zip.ts'

/** The pack that an archive holds: its id, and its files by their path in it. */
export interface ArchivedPack {
  readonly id: string
  readonly files: LabFiles
}

/**
 * Reads a `.tgz` or `.zip` into memory under `packLimits`; nothing is written. What it is, its first bytes say.
 * The pack is the one folder that the archive holds; where it holds `pack.yaml` itself, its name is the pack's.
 *
 * @param name the archive's file name
 */
export async function readArchive(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly archived: ArchivedPack } | { readonly findings: readonly [PackFinding] }> {
  const shown = name
    .replace(/^.*[/\\]/, '')
    .replace(/\p{C}/gu, '\ufffd')
    .slice(0, 100)
  try {
    if (bytes.length > packLimits.archive) {
      const say = `An archive has at most ${sizeText(packLimits.archive)}; this one has ${sizeText(bytes.length)}.`
      throw new ArchiveFault('too-large', '', say)
    }
    const into = collector(bytes.length)
    await unpack(bytes, into)
    return { archived: packIn(into.files, shown) }
  } catch (fault) {
    const { code, file, message } = fault instanceof ArchiveFault ? fault : unpackFault(fault)
    return { findings: [{ code, file: file || shown, message }] }
  }
}

async function unpack(bytes: Uint8Array, into: Collector): Promise<void> {
  const [first, second] = bytes
  if (first === 0x1f && second === 0x8b) {
    const gunzip = createGunzip({ chunkSize: 64 * 1024 })
    gunzip.end(bytes)
    return readTar(gunzip, into)
  }
  if (first === 0x50 && second === 0x4b) return readZip(bytes, into)
  throw new ArchiveFault('broken', '', 'This is neither a .tgz nor a .zip. “breakwater lab pack” makes one.')
}

/** zlib names what it met; anything else is a fault of ours. */
function unpackFault(fault: unknown): ArchiveFault {
  if (fault instanceof Error && 'code' in fault && /^(?:Z_|ERR_)/.test(String(fault.code)))
    return new ArchiveFault(
      'broken',
      '',
      'The archive cannot be read. It is damaged, or a part is missing. Pack it again.',
    )
  throw fault
}

function packIn(files: LabFiles, name: string): ArchivedPack {
  const paths = Object.keys(files)
  if (paths.includes('pack.yaml')) return { id: name.replace(/\.(?:tgz|tar\.gz|zip)$/i, ''), files }
  const [folder, another] = [...new Set(paths.map(path => path.split('/')[0] ?? ''))]
  if (folder === undefined || another !== undefined || !paths.includes(`${folder}/pack.yaml`)) {
    const say = 'The archive holds no pack. It has to hold one folder, the pack’s, with `pack.yaml` in it.'
    throw new ArchiveFault('no-pack', '', say)
  }
  const inner: Record<string, string> = Object.create(null)
  for (const path of paths) inner[path.slice(folder.length + 1)] = files[path] ?? ''
  return { id: folder, files: inner }
}
