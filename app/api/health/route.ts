import { health } from '#server/health.ts'

export const dynamic = 'force-dynamic'

/** 200 when the database answers, else 503; how many threads live and how many calls wait. */
export async function GET() {
  const { well, ...facts } = await health()
  return Response.json(facts, { status: well ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
