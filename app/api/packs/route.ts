import { packLimits, sizeText } from '#packs/pack-limits.ts'
import { answerJson } from '#server/http/answer-json.ts'
import { readBytes } from '#server/http/read-bytes.ts'
import { says } from '#server/http/read-json.ts'
import { installPack } from '#server/packs/install-pack.ts'
import { studioOnly } from '#server/studio-door.ts'

/** Installs the archive that is the body; its file name stands in the address. For instructors. */
export async function POST(request: Request) {
  const refusal = await studioOnly()
  if (refusal !== undefined) return refusal
  const bytes = await readBytes(request, packLimits.archive)
  if (bytes === undefined)
    return says(413, `An archive has at most ${sizeText(packLimits.archive)}, so this was not taken.`, 'too-large')
  const name = new URL(request.url).searchParams.get('name') ?? ''
  const answer = await installPack(bytes, name.slice(0, 200))
  if (answer.ok || answer.faults === undefined) return answerJson(answer)
  const { refused, say, faults } = answer
  return Response.json({ refused, say, faults }, { status: 422, headers: { 'cache-control': 'no-store' } })
}
