import { z } from 'zod'
import type { ProofRow } from '#engine/grade/pack-view.ts'
import { answerJson } from '#server/http/answer-json.ts'
import { readJson } from '#server/http/read-json.ts'
import { rowStream } from '#server/http/row-stream.ts'
import { followProof, noProof, startProof, stopProof } from '#server/packs/proof-run.ts'
import { studioOnly } from '#server/studio-door.ts'

const name = z.string().max(100)
const asked = z.strictObject({ pack: name, version: name.optional(), lab: name.optional() })

/** Begins a proof and tells its rows as they come, one JSON object a line. Hanging up does not end it. For instructors. */
export async function POST(request: Request) {
  const refusal = await studioOnly()
  if (refusal !== undefined) return refusal
  const read = await readJson(request, asked)
  if ('response' in read) return read.response
  const { pack, version, lab } = read.value
  const begun = await startProof({
    pack,
    ...(version !== undefined && { hash: version }),
    ...(lab !== undefined && { lab }),
  })
  return begun.ok ? rows() : answerJson(begun)
}

/** Tells the rows of the proof that runs, from its beginning on. For instructors. */
export async function GET() {
  return (await studioOnly()) ?? rows()
}

/** Ends the proof that runs. For instructors. */
export async function DELETE() {
  return (await studioOnly()) ?? answerJson(stopProof())
}

function rows(): Response {
  let leave: (() => void) | undefined
  const stream = rowStream<ProofRow>((tell, end) => {
    leave = followProof(row => {
      tell(row)
      if (row.kind === 'end') end()
    })
    return () => leave?.()
  })
  return leave === undefined ? answerJson(noProof) : stream
}
