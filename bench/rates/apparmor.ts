import { compileProfile } from '#engine/validation/apparmor/compile.ts'
import type { FileDecider } from '#engine/validation/apparmor/file-decider.ts'
import { permission } from '#engine/validation/apparmor/permissions.ts'
import { readApparmorProfiles } from '#engine/validation/apparmor/read.ts'
import { generator } from '#engine/validation/fixtures/generator.ts'
import { asRead, growing, measurable, mixed } from './subject.ts'

interface Access {
  readonly path: string
  readonly wanted: number
  readonly owner: boolean
}

const patterns: readonly ((i: number) => string)[] = [
  i => `/usr/lib/part${i}/** mr,`,
  i => `/etc/part${i}.conf r,`,
  i => `/var/log/part${i}/*.log w,`,
  i => `owner /tmp/part${i}-* rwk,`,
  i => `/{,usr/}bin/part${i} ix,`,
  i => `deny /home/*/.part${i}/** rw,`,
  i => `/srv/part${i}/[a-f]*/{data,cache}/** rw,`,
  i => `audit /proc/[0-9]*/part${i} r,`,
]
const wanted = [permission.r, permission.w, permission.r | permission.w, permission.m, permission.x] as const

function text(count: number): string {
  const rules = Array.from({ length: count }, (_, i) => `  ${patterns[i % patterns.length]?.(i)}\n`)
  return `profile bench {\n${rules.join('')}}\n`
}

function compile([profile = '']: readonly string[]): FileDecider {
  const { value, findings } = readApparmorProfiles(profile)
  const first = value?.profiles[0]
  if (!first) throw new Error(`refused: ${findings[0]?.message}`)
  return compileProfile(first).files
}

/** What a program opens: mostly what the profile speaks of, and files of other programs. */
function accesses(rules: number): readonly Access[] {
  const { next, one, times } = generator(29)
  return asRead(
    times(mixed, (): Access => {
      const i = next(rules + Math.ceil(rules / 4))
      const path = [
        `/usr/lib/part${i}/x${next(50)}/lib${next(99)}.so.${next(9)}`,
        `/etc/part${i}.conf`,
        `/var/log/part${i}/${next(99)}.log`,
        `/tmp/part${i}-${next(9_999)}`,
        `${one(['', '/usr'])}/bin/part${i}`,
        `/home/u${next(99)}/.part${i}/key${next(9)}`,
        `/srv/part${i}/${one(['a', 'c', 'x'])}${next(9)}/${one(['data', 'cache', 'logs'])}/f${next(999)}`,
        `/proc/${next(9_999)}/part${i}`,
      ][i % patterns.length]
      return { path: path ?? '/', wanted: one(wanted), owner: next(3) > 0 }
    }),
  )
}

export const apparmorProfiles = [
  measurable<FileDecider, Access>({
    name: 'AppArmor profile',
    sizes: growing,
    files: rules => [text(rules)],
    compile,
    rates: [
      {
        of: 'file accesses decided',
        wanted: '≥ 1 000 000 with 100',
        questions: accesses,
        ask(files, { path, wanted, owner }) {
          const { verdict, by } = files.decide(path, wanted, owner)
          return (verdict === 'allowed' ? 1 : 0) + (by.kind === 'rule' ? 2 : 0)
        },
      },
    ],
  }),
]
