import 'server-only'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { canonical, readState } from '#sessions/digest.ts'
import type { AttemptState } from '#sessions/protocol.ts'

/** A state as it is stored: canonical JSON, gzipped. */
export async function packState(state: AttemptState): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await promisify(gzip)(canonical(state), { level: 1 }))
}

export async function unpackState(snapshot: Uint8Array): Promise<AttemptState> {
  return readState((await promisify(gunzip)(snapshot)).toString('utf8'))
}
