import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { ExamScreen } from '#components/exam/screen/exam-screen.tsx'
import { Markdown } from '#components/lesson/markdown.tsx'
import { viewExam, viewExamTask } from '#server/exams/view-exam.ts'
import { currentLearner } from '#server/learner.ts'
import { listFiles, openTerminal, readFile, saveFile } from '../../labs/[pack]/[slug]/actions.ts'
import * as acts from './actions.ts'

type Props = PageProps<'/exam/[id]'>

const viewed = cache(async (id: string) => viewExam(await currentLearner(), id))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await viewed((await params).id)
  return { title: view?.title ?? 'Exam not found' }
}

export default async function ExamPage({ params }: Props) {
  const view = await viewed((await params).id)
  if (view === null) notFound()
  if (view.head.state !== 'running') redirect(`/exam/${view.id}/report`)
  const first = await viewExamTask(await currentLearner(), { exam: view.id, task: view.current })
  // The Markdown is drawn here and stays here: the browser gets what was drawn.
  const tasks = view.tasks.map(it => ({ ...it, task: '' }))
  return (
    <ExamScreen
      key={view.id}
      view={{ ...view, tasks }}
      first={first.ok ? first.task : null}
      acts={{ ...acts, saveFile, readFile, listFiles, openTerminal }}
      tasks={view.tasks.map(it => <Markdown key={it.number} text={it.task} />)}
    />
  )
}
