import 'server-only'
import type { PackSummary, ShownFinding } from '#engine/grade/pack-view.ts'
import type { Answer } from '../attempts/answer.ts'
import { ourFault, refused } from '../attempts/refusals.ts'
import { house } from '../house.ts'
import { packSummary } from './list-packs.ts'
import { noPack } from './pack-view.ts'
import { shownFindings } from './shown-findings.ts'

/** What an upload came to: installed and offered; or, with `faults`, what its author has to put right, and nothing was kept. */
export type InstallAnswer = Answer<{ readonly pack: PackSummary }> & { readonly faults?: readonly ShownFinding[] }

/**
 * Installs a pack from a `.tgz` or `.zip`: as a whole, or not at all. From then on new attempts get this version; attempts
 * that were begun keep theirs. For instructors.
 *
 * @param name the archive's file name
 */
export async function installPack(bytes: Uint8Array, name: string): Promise<InstallAnswer> {
  try {
    const installed = await house().packs.install(bytes, name)
    if ('version' in installed) return { ok: true, pack: packSummary(installed.version) }
    const { findings, files } = installed
    const id = findings[0]?.file.split('/')[0] ?? ''
    const faults = shownFindings(id, files, findings)
    const say = `Nothing was installed: the pack has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`
    return { ...refused('invalid', say), faults }
  } catch (error) {
    return notStored('installed', error)
  }
}

/**
 * Takes an installed version away. Attempts at its labs stay as they are; the newest version that is left is offered.
 * A folder that was put there by hand is its owner's to take away. For instructors.
 */
export async function removePack(id: string, hash: string): Promise<Answer<object>> {
  try {
    if (await house().packs.remove(id, hash)) return { ok: true }
    const { versions } = await house().packs.brought()
    const byHand = versions.some(it => it.id === id && it.hash === hash && it.origin === 'folder')
    if (byHand) return refused('invalid', 'This folder was put among the packs by hand. Take it away there.')
    return noPack
  } catch (error) {
    return notStored('removed', error)
  }
}

function notStored(done: string, error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  console.error('Packs:', error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return refused('full', `The server has no room for this. It was not ${done}; nothing stored before is lost.`)
  if (code === undefined) return ourFault
  return refused('unavailable', `The folder of packs cannot be written (${code}). It was not ${done}.`)
}
