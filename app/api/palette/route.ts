import { pageIndex } from '#components/palette/page-index.ts'
import { curriculum } from '#packs/curriculum.ts'
import { documents } from '#packs/documents.ts'
import { findingPages } from '#packs/findings.ts'
import { lessons } from '#packs/lessons.ts'
import { house } from '#server/house.ts'

export const dynamic = 'force-dynamic'

/** What the command palette can lead to; asked for when it is first opened. */
export async function GET() {
  const [{ cards }, texts, exams, { quickReferences }, findings, { domains }] = await Promise.all([
    house().library(),
    lessons(),
    house().exams(),
    documents(),
    findingPages(),
    curriculum(),
  ])
  return Response.json(
    pageIndex({ labs: cards, lessons: texts, exams, references: quickReferences, findings, domains }),
    {
      headers: { 'cache-control': 'private, no-cache' },
    },
  )
}
