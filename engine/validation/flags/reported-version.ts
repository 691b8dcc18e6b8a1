import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { type Read, readBool } from './go-number.ts'

/** The version that this engine stands for. */
export const kubernetesVersion = { minor: 35, text: 'v1.35.6' }

/** `--version`: prints it (true, raw), or sets what is reported (`v1.35.6+build`). */
export function readReportedVersion(text: string): Read<string> {
  if (text === 'raw' || text === kubernetesVersion.text) return { value: text }
  if (!text.startsWith('v')) {
    const read = readBool(text)
    return 'error' in read ? read : { value: String(read.value) }
  }
  const parts = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/.exec(text)
  if (!parts) return { error: `could not parse ${goQuoted(text)} as version` }
  const same = `v${parts[1]}.${parts[2]}.${parts[3]}` === kubernetesVersion.text
  if (same) return { value: text }
  const wanted = goQuoted(kubernetesVersion.text)
  return { error: `version ${goQuoted(text)} must match major/minor/patch of default version ${wanted}` }
}
