import 'server-only'
import type { LabSource } from '#engine/grade/lab-source.ts'
import type { PackLab, PackView } from '#engine/grade/pack-view.ts'
import { labCard } from '#packs/lab-card.ts'
import type { Answer } from '../attempts/answer.ts'
import { refused } from '../attempts/refusals.ts'
import { findVersion } from './find-version.ts'
import { keptProof } from './kept-proofs.ts'
import { packSummary } from './list-packs.ts'
import { shownFindings } from './shown-findings.ts'

export const noPack = refused('not-found', 'There is no such pack, or no such version of it.')

/** One version of a pack with its labs, its faults and the names of its files; null: there is none. For instructors. */
export async function packView(id: string, hash?: string): Promise<PackView | null> {
  const version = await findVersion(id, hash)
  if (version === undefined) return null
  const { files, labs, findings } = version
  const paths = Object.keys(files).sort()
  const slugs = [...new Set(paths.flatMap(path => /^([^/]+)\//.exec(path)?.[1] ?? []))]
  return {
    ...packSummary(version),
    faults: shownFindings(id, files, findings),
    contents: slugs.map(slug =>
      packLab(
        `${id}/${slug}`,
        slug,
        labs.find(lab => lab.id === `${id}/${slug}`),
      ),
    ),
    files: paths.map(path => ({ path, size: files[path]?.length ?? 0 })),
  }
}

/** The text of a file of a pack, to show where a fault is. For instructors. */
export async function packFile(id: string, path: string, hash?: string): Promise<Answer<{ readonly text: string }>> {
  const version = await findVersion(id, hash)
  if (version === undefined) return noPack
  const text = Object.hasOwn(version.files, path) ? version.files[path] : undefined
  if (text === undefined) return refused('not-found', 'There is no such file in the pack, or it is no text.')
  return { ok: true, text }
}

function packLab(id: string, slug: string, source: LabSource | undefined): PackLab {
  if (source === undefined) return { id, slug, checks: [], variants: 0, right: [], wrong: [], failable: 0 }
  const { checks, attempts } = source.variant(0)
  const files = (right: boolean) =>
    attempts.filter(({ expected }) => (expected.length === 0) === right).map(({ file }) => file)
  const failed = new Set(attempts.flatMap(({ expected }) => expected))
  const proof = keptProof(source)
  return {
    id,
    slug,
    card: labCard(source),
    checks: checks.map(({ id, title, points, guard }) => ({ id, title, points, guard })),
    variants: source.variants.length,
    right: files(true),
    wrong: files(false),
    failable: checks.filter(({ id }) => failed.has(id)).length,
    ...(proof && { proof }),
  }
}
