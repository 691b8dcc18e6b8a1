import { pageIndex } from '#components/palette/page-index.ts'
import { curriculum } from '#packs/curriculum.ts'
import { findingPages } from '#packs/findings.ts'
import { lessons } from '#packs/lessons.ts'
import { builtInLabs } from '#packs/library.ts'

export const dynamic = 'force-dynamic'

/** What the command palette can lead to; asked for when it is first opened. */
export async function GET() {
  const [{ cards }, texts, findings, { domains }] = await Promise.all([
    builtInLabs(),
    lessons(),
    findingPages(),
    curriculum(),
  ])
  return Response.json(pageIndex({ labs: cards, lessons: texts, findings, domains }), {
    headers: { 'cache-control': 'private, max-age=60' },
  })
}
