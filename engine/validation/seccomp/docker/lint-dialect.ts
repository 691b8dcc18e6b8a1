import type { Finding } from '../../../yaml/finding.ts'
import type { JsonNode } from '../../../yaml/go/json.ts'
import { letsPass } from '../action.ts'
import { decode } from '../decode.ts'
import { type CallDifference, compareProfiles } from '../difference.ts'
import { escapeCalls } from '../escape-calls.ts'
import { finding } from '../finding-codes.ts'
import { listed } from '../listed.ts'
import type { Arch, SeccompProfile } from '../profile.ts'
import { usualDocker } from './profile.ts'
import { dockerProfileOf } from './profile-of.ts'
import { resolveDocker } from './resolve.ts'
import { dockerShape } from './shape.ts'

/** The keys by which Docker’s dialect is known. Others of its keys change nothing, or are for CRI-O alone. */
const telling: readonly unknown[] = ['archMap', 'includes', 'excludes', 'name']
/** A person waits for findings while typing; calls that take more are not told of. */
const MAX_TESTS = 5000

/**
 * What becomes of a profile in Docker’s dialect that lies on a node, where containerd reads it as an OCI profile: which calls
 * its conditions meant to hold back from a container with the usual capabilities, and which it meant to allow.
 */
export function lintDialect(
  node: JsonNode,
  inForce: SeccompProfile,
  decoding: readonly Finding[],
  arch: Arch,
): readonly Finding[] {
  const keys = decoding.filter(it => it.code === 'seccomp-docker-key' && telling.includes(it.data.key))
  const [first] = keys
  if (first === undefined) return []
  const file = dockerProfileOf(decode(node, dockerShape('dockerd'), []))
  const meant = resolveDocker(file, { ...usualDocker, arch })
  const differences =
    'refusal' in meant ? [] : compareProfiles(meant.profile, inForce, { arch, maxTests: MAX_TESTS }).differences
  const own = differences.filter(it => it.arch === arch)
  const wider = namesOf(own.filter(({ before, after }) => !letsPass(before.action) && letsPass(after.action)))
  const narrower = namesOf(own.filter(({ before, after }) => letsPass(before.action) && !letsPass(after.action)))
  const killed = [...new Set(differences.filter(it => it.after.by.kind === 'bad-arch').map(it => it.arch))]
  const conditions = file.syscalls.filter(it => it.includes || it.excludes).length
  const nameless = file.syscalls.filter(it => it.name !== '' && it.names.length === 0).length
  const words = [
    'This file is written in Docker’s dialect. containerd reads it as an OCI profile, and ignores what it does not know.',
    conditions > 0 &&
      `${counted(conditions, 'entry', 'entries')} with \`includes\` or \`excludes\` ${conditions === 1 ? 'counts' : 'count'} for every container.`,
    nameless > 0 &&
      `${counted(nameless, 'entry', 'entries')} with \`name\` ${nameless === 1 ? 'names' : 'name'} no call.`,
    wider.length > 0 &&
      `So it allows ${listed(wider)}, which Docker would refuse to a container with the usual capabilities.`,
    narrower.length > 0 && `It does not allow ${listed(narrower)}, which Docker would.`,
    killed.length > 0 && `\`archMap\` adds nothing, so a call through ${killed.join(' or ')} kills the thread.`,
    'refusal' in meant && `Docker itself refuses it: ${meant.refusal}.`,
    'Write `names` and `architectures`, and a profile of its own for each need.',
  ]
  const data = { wider, narrower, killed, conditions, nameless }
  return [finding('seccomp-docker-dialect', [], first.range, words.filter(it => it !== false).join(' '), data)]
}

/** Their names, those first that matter for an escape. */
function namesOf(differences: readonly CallDifference[]): readonly string[] {
  const names = new Set(differences.flatMap(it => it.syscall ?? []))
  const grave = escapeCalls.map(it => it.syscall).filter(it => names.has(it))
  return [...new Set([...grave, ...names])]
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
