import type { Finding, Reading } from '../../yaml/finding.ts'
import { apparmorFindings } from './finding-codes.ts'
import { lintApparmor } from './lint.ts'
import { finished } from './parse/finish.ts'
import { newParser } from './parse/parser.ts'
import { preamble } from './parse/preamble.ts'
import { profiles } from './parse/profile.ts'
import { type Refusal, Refused } from './parse/refusal.ts'
import { newScanner } from './parse/scanner.ts'
import type { Policy } from './policy.ts'
import { standardFiles, unheldFiles } from './standard-files.ts'

const MAX_LENGTH = 1024 * 1024

export interface ReadOptions {
  /** As the parser was called with it; messages name it. */
  readonly file?: string
  /** What includes can name: absolute path → text. By default a few files that every host has. */
  readonly files?: ReadonlyMap<string, string>
  /** Files that lie on the host beside those, and in their place. */
  readonly beside?: readonly { readonly path: string; readonly text: string }[]
  /** The folder that `<name>` is looked for in; `/etc/apparmor.d` by default. */
  readonly base?: string
}

/**
 * Reads AppArmor profiles as apparmor_parser 4.1.0 does, and says in its words what it refuses. It stops at the first fault, so
 * there is at most one finding of severity error; nothing is loaded then, and there is no value. Linear in the text and what it
 * includes; what is too large or nested too deep is refused with a sentence.
 */
export function readApparmorProfiles(text: string, options: ReadOptions = {}): Reading<Policy> {
  const { file = '/etc/apparmor.d/profile', base = '/etc/apparmor.d', beside = [] } = options
  const given = options.files ?? standardFiles
  const files = beside.length === 0 ? given : new Map([...given, ...beside.map(it => [it.path, it.text] as const)])
  if (text.length > MAX_LENGTH) {
    const message = 'The file is larger than 1 MiB, which is not read here. Make it smaller.'
    return { findings: [findingOf({ code: 'apparmor-too-large', message, data: { limit: MAX_LENGTH } }, text)] }
  }
  const parser = newParser(
    newScanner(file, text, { files, base, unheld: options.files ? new Set() : unheldBeside(beside) }),
  )
  try {
    preamble(parser)
    profiles(parser)
    const value = finished(parser)
    return { value, findings: lintApparmor(text, file, value) }
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return { findings: [findingOf(fault.refusal, text), ...lintApparmor(text, file, undefined)] }
  }
}

function findingOf({ code, message, data, place }: Refusal, text: string): Finding {
  const start = Math.min(place?.range.start ?? 0, text.length)
  const end = Math.min(Math.max(place?.range.end ?? 0, start), text.length)
  const said = { ...data, ...(place && { file: place.file, line: place.line }) }
  return {
    code,
    severity: apparmorFindings[code],
    path: [],
    range: { start, end },
    message: message.trimEnd(),
    data: said,
  }
}

/** Files of which only the name is known, unless the host has them. */
function unheldBeside(beside: NonNullable<ReadOptions['beside']>): ReadonlySet<string> {
  if (beside.length === 0) return unheldFiles
  const held = new Set(beside.map(it => it.path))
  return new Set([...unheldFiles].filter(path => !held.has(path)))
}
