import { drawPage } from '#components/documents/draw-page.ts'
import type { DrawerContents } from '#components/documents/drawn.ts'
import { documents } from '#packs/documents.ts'

export const dynamic = 'force-static'

/** What the drawer of allowed documents shows; asked for when it is first opened. */
export async function GET() {
  const { list, documents: links, quickReferences } = await documents()
  const pages = await Promise.all(
    quickReferences.map(async ({ slug, title, purpose, checked, body }) => ({
      slug,
      title,
      purpose,
      checked,
      inside: await drawPage(body),
    })),
  )
  return Response.json({ list, pages, links } satisfies DrawerContents)
}
