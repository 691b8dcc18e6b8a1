import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LabPage } from '#components/studio/lab-page.tsx'
import { NotInstructor } from '#components/studio/not-instructor.tsx'
import { labName } from '#components/studio/paths.ts'
import { house } from '#server/house.ts'
import { isInstructor } from '#server/instructor.ts'
import { tryLab } from '../../actions.ts'
import { askedOf } from '../../asked.ts'
import { shownPack } from '../../shown-pack.ts'

type Props = PageProps<'/studio/[pack]/[lab]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { pack, lab } = await params
  return { title: `Studio, lab ${pack}/${lab}` }
}

export default async function StudioLabPage({ params, searchParams }: Props) {
  if (!(await isInstructor())) return <NotInstructor />
  const [{ pack: id, lab: slug }, asked] = await Promise.all([params, askedOf(searchParams)])
  const shown = await shownPack(id, asked.version)
  const lab = shown?.pack.contents.find(it => it.slug === slug)
  if (!shown || lab === undefined || !labName.test(slug)) notFound()
  const { running, ...rest } = shown
  const own = running && { run: running.run, own: running.ofVersion && (running.run.lab ?? slug) === slug }
  const offered = (await house().library()).find(lab.id) !== undefined
  return <LabPage {...rest} lab={lab} running={own} offered={offered} go={tryLab} now={Date.now()} />
}
