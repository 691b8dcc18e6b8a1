import { answerJson } from '#server/http/answer-json.ts'
import { removePack } from '#server/packs/install-pack.ts'
import { studioOnly } from '#server/studio-door.ts'

/** Takes the installed version away that the address names by its hash. For instructors. */
export async function DELETE(request: Request, context: RouteContext<'/api/packs/[pack]'>) {
  const refusal = await studioOnly()
  if (refusal !== undefined) return refusal
  const { pack } = await context.params
  return answerJson(await removePack(pack, new URL(request.url).searchParams.get('version') ?? ''))
}
