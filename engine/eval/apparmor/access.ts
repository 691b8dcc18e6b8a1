import { z } from 'zod'
import type { Process } from '../../validation/apparmor/audit-record.ts'
import { type CompiledProfile, compileProfile } from '../../validation/apparmor/compile.ts'
import type { Decision } from '../../validation/apparmor/decision.ts'
import type { ExecDecision } from '../../validation/apparmor/exec-decider.ts'
import { type LoadedProfiles, loadedProfiles } from '../../validation/apparmor/loaded-profiles.ts'
import { readApparmorProfiles } from '../../validation/apparmor/read.ts'
import { type Evaluator, evaluator, type Line, present, undecided } from '../evaluator.ts'
import { probes } from './probes.ts'

const question = z.object({
  profile: z.string(),
  text: z.string(),
  op: z.string(),
  path: z.string().nullable(),
  arg: z.string().nullish(),
  fileUid: z.number().optional(),
  procUid: z.number().optional(),
})

/** What was loaded beside the profile that is asked about: programs go on under these, and they are whom signals go to. */
const beside = `profile target { file, }
profile /d/bin/prog2 { file, }
profile sigpeer { file, signal, ptrace, }
profile signone { file, }
profile empty { }
`

/** What a kernel with AppArmor does with one act of a process under a profile. */
export const access: Evaluator = evaluator(
  'an AppArmor profile and an act of a process: whether the kernel allows it',
  question,
  asked => {
    const { value, findings } = readApparmorProfiles(asked.text)
    const others = readApparmorProfiles(beside).value
    if (!value) return undecided(findings[0]?.message ?? 'The profile cannot be read.')
    const own = value.profiles.find(it => it.label === asked.profile) ?? value.profiles[0]
    if (!own) return undecided('There is no profile in the text.')
    const named = new Set(value.profiles.map(it => it.label))
    const all = [...value.profiles, ...(others?.profiles ?? []).filter(it => !named.has(it.label))]
    const compiled = new Map(all.map(it => [it.label, compileProfile(it)]))
    const profile = compiled.get(own.label)
    const probe = Object.hasOwn(probes, asked.op) ? probes[asked.op] : undefined
    if (!profile || !probe) return undecided(`Nothing is known of the act \`${asked.op}\`.`)
    return answered(
      probe({
        profile,
        peer: label => compiled.get(label),
        loaded: loadedProfiles(all),
        path: (asked.path ?? '').replace(/^\/proc\/self\//, '/proc/400/'),
        arg: asked.arg ?? '',
        owns: (asked.fileUid ?? 0) === (asked.procUid ?? 0),
        uid: asked.procUid ?? 0,
        process: { pid: 'PID', comm: 'aadrv', uid: `${asked.procUid ?? 0}`, ouid: `${asked.fileUid ?? 0}` },
      }),
    )
  },
)

/** One act under one profile. */
export interface Probe {
  readonly profile: CompiledProfile
  readonly peer: (label: string) => CompiledProfile | undefined
  readonly loaded: LoadedProfiles
  readonly path: string
  readonly arg: string
  /** The process owns the file. */
  readonly owns: boolean
  readonly uid: number
  readonly process: Process
}

/** How an act ends: what AppArmor decided, or an error that comes of something else. */
export interface Outcome extends Pick<Decision, 'verdict' | 'errno'>, Pick<ExecDecision, 'label' | 'environment'> {
  /** The types of the audit records on the way. */
  readonly logs?: readonly Decision['log'][]
  readonly log?: Decision['log']
  /** What the kernel writes about it. */
  readonly records?: readonly string[]
}

function answered({ verdict, errno, logs, log = 'none', environment, records }: Outcome): Line {
  const told = [...new Set(logs ?? [log])].filter(it => it !== 'none')
  const record = records?.[0]
  return present({
    verdict,
    errno: errno ?? 0,
    log: told.length > 0 ? told : ['none'],
    record,
    envAfterExec: environment,
  })
}
