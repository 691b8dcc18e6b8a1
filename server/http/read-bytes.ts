/** A request's body as it comes, at most so many bytes; undefined when it says or turns out to be more. */
export async function readBytes(request: Request, atMost: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > atMost) return undefined
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let piece = await reader?.read(); piece !== undefined && !piece.done; piece = await reader?.read()) {
    size += piece.value.byteLength
    if (size > atMost) {
      await reader?.cancel()
      return undefined
    }
    pieces.push(piece.value)
  }
  return Buffer.concat(pieces)
}
