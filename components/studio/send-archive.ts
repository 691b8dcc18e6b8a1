import type { PackSummary, ShownFinding } from '#engine/grade/pack-view.ts'

/** What became of an upload. */
export type Sent =
  | { readonly ok: true; readonly pack: PackSummary }
  | { readonly ok: false; readonly say: string; readonly faults: readonly ShownFinding[] }

/** Sends an archive and tells how far it is, 0 to 1; `fetch` could not. Never rejects. */
export function sendArchive(file: File, onShare: (share: number) => void, signal: AbortSignal): Promise<Sent> {
  return new Promise(resolve => {
    const refuse = (say: string) => resolve({ ok: false, say, faults: [] })
    const request = new XMLHttpRequest()
    request.open('POST', `/api/packs?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(answerOf(request.status, request.response))
    request.onerror = () => refuse('The server did not answer, or the file could not be read. Nothing was installed.')
    request.onabort = () => refuse('Sending was stopped. Nothing was installed.')
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function answerOf(status: number, body: unknown): Sent {
  const { pack, say, faults } = (body ?? {}) as {
    readonly pack?: PackSummary
    readonly say?: string
    readonly faults?: readonly ShownFinding[]
  }
  if (status === 200 && pack !== undefined) return { ok: true, pack }
  return {
    ok: false,
    say: say ?? `The server answered ${status} and gave no reason. Nothing was installed.`,
    faults: faults ?? [],
  }
}
