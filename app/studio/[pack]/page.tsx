import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Closed } from '#components/studio/closed.tsx'
import { FilePage } from '#components/studio/file-page.tsx'
import { PackPage } from '#components/studio/pack-page.tsx'
import { RemovePage } from '#components/studio/remove-page.tsx'
import { packFile } from '#server/packs/pack-view.ts'
import { studioDoor } from '#server/studio-door.ts'
import { askedOf } from '../asked.ts'
import { shownPack } from '../shown-pack.ts'

type Props = PageProps<'/studio/[pack]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ pack }, { file }] = await Promise.all([params, askedOf(searchParams)])
  return { title: file === undefined ? `Studio, pack “${pack}”` : `${file}, pack “${pack}”` }
}

export default async function StudioPackPage({ params, searchParams }: Props) {
  const door = await studioDoor()
  if (door !== 'open') return <Closed why={door} />
  const [{ pack: id }, asked] = await Promise.all([params, askedOf(searchParams)])
  const shown = await shownPack(id, asked.version)
  if (shown === null) notFound()
  const { pack, version, versions, running } = shown
  if (asked.remove && pack.origin === 'archive') return <RemovePage pack={pack} version={version} versions={versions} />
  if (asked.file === undefined) {
    const ofPack = running && { run: running.run, own: running.ofVersion && running.run.lab === undefined }
    return <PackPage pack={pack} version={version} versions={versions} running={ofPack} now={Date.now()} />
  }
  const read = await packFile(id, asked.file, asked.version)
  if (!read.ok) notFound()
  return <FilePage pack={pack} version={version} path={asked.file} text={read.text} line={asked.line} />
}
