import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Closed } from '#components/studio/closed.tsx'
import { LabPage } from '#components/studio/lab-page.tsx'
import { labName } from '#components/studio/paths.ts'
import { house } from '#server/house.ts'
import { studioDoor } from '#server/studio-door.ts'
import { tryLab } from '../../actions.ts'
import { askedOf } from '../../asked.ts'
import { shownPack } from '../../shown-pack.ts'

type Props = PageProps<'/studio/[pack]/[lab]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { pack, lab } = await params
  return { title: `Studio, lab ${pack}/${lab}` }
}

export default async function StudioLabPage({ params, searchParams }: Props) {
  const door = await studioDoor()
  if (door !== 'open') return <Closed why={door} />
  const [{ pack: id, lab: slug }, asked] = await Promise.all([params, askedOf(searchParams)])
  const shown = await shownPack(id, asked.version)
  const lab = shown?.pack.contents.find(it => it.slug === slug)
  if (!shown || lab === undefined || !labName.test(slug)) notFound()
  const { running, ...rest } = shown
  const own = running && { run: running.run, own: running.ofVersion && (running.run.lab ?? slug) === slug }
  const offered = (await house().library()).find(lab.id) !== undefined
  return <LabPage {...rest} lab={lab} running={own} offered={offered} go={tryLab} now={Date.now()} />
}
