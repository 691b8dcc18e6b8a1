import { notFound } from 'next/navigation'
import { reported } from './report/reported.ts'

/** Stands outside what is shown while the page loads, so that an exam that is not there is answered with 404. */
export default async function ExamLayout({ params, children }: LayoutProps<'/exam/[id]'>) {
  if ((await reported((await params).id)) === null) notFound()
  return children
}
