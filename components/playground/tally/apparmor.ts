import { compileProfile } from '#engine/validation/apparmor/compile.ts'
import type { Decision } from '#engine/validation/apparmor/decision.ts'
import { loadedProfiles } from '#engine/validation/apparmor/loaded-profiles.ts'
import { capabilities } from '#engine/validation/apparmor/parse/tables.ts'
import { permission } from '#engine/validation/apparmor/permissions.ts'
import type { Profile, Rule } from '#engine/validation/apparmor/policy.ts'
import { counted, placeIn } from '../decide/place.ts'
import type { Tally, TallyRow } from '../playground.ts'
import { counter } from './counter.ts'
import { distinct } from './distinct.ts'

const usualPaths = [
  ...['/etc/passwd', '/etc/shadow', '/etc/hosts', '/root/.ssh/id_ed25519', '/home/jane/notes'],
  ...['/usr/bin/id', '/bin/sh', '/usr/lib/x86_64-linux-gnu/libc.so.6', '/tmp/x', '/var/log/app.log', '/srv/index.html'],
  ...['/proc/self/status', '/proc/sys/kernel/core_pattern', '/sys/kernel/mm/x', '/dev/null', '/dev/sda'],
  '/run/secrets/kubernetes.io/serviceaccount/token',
]
const accesses = [permission.r, permission.w, permission.a, permission.m, permission.k]
const families = [1, 2, 10, 16, 17]
const types = [1, 2, 3]
const signals = [1, 9, 15]
const MAX_PATHS = 400
const MAX_PROFILES = 20
/** Kinds of rule that the usual questions ask. */
const asked: ReadonlySet<Rule['kind']> = new Set(['file', 'capability', 'network', 'unix', 'signal', 'ptrace'])

/** Usual accesses, and those to a path of each file rule, under each profile. The process owns the files. */
export function tallyApparmor(text: string, written: readonly Profile[]): Tally {
  const loaded = loadedProfiles(written)
  const profiles = written.flatMap(withChildren).slice(0, MAX_PROFILES)
  const labels = profiles.map(it => it.label)
  const counts = counter<Rule | undefined>()
  let total = 0
  const take = ({ by }: Decision) => {
    total++
    counts.add('rule' in by ? by.rule : undefined)
  }
  let paths = 0
  for (const profile of profiles) {
    const own = profile.rules.flatMap(it => (it.kind === 'file' ? [onePathOf(it.path)] : []))
    const tried = distinct(MAX_PATHS, usualPaths, own)
    paths = Math.max(paths, tried.length)
    const compiled = compileProfile(profile)
    for (const path of tried) {
      for (const access of accesses) take(compiled.files.decide(path, access, true))
      take(compiled.exec(path, true, loaded))
    }
    for (const name of capabilities) take(compiled.capability(name))
    for (const family of families) for (const type of types) take(compiled.socket({ family, type }))
    for (const peer of ['unconfined', ...labels]) {
      for (const signal of signals)
        for (const access of ['send', 'receive'] as const) take(compiled.signal(access, signal, peer))
      for (const access of ['trace', 'read', 'tracedby', 'readby'] as const) take(compiled.ptrace(access, peer))
    }
  }
  const rows = profiles.flatMap(profile =>
    profile.rules
      .filter(it => asked.has(it.kind))
      .map((rule): TallyRow => {
        const lines = placeIn(text, rule.place.range)
        return { label: profile.label, says: rule.text, lines, count: counts.of(rule) }
      }),
  )
  return {
    total,
    asked: 'accesses',
    chosen: `${counted(profiles.length, 'profile')}, ${counted(paths, 'path')}, ${capabilities.length} capabilities, sockets, signals, traces`,
    rows: [...rows, { label: 'No rule', says: 'the rest', count: counts.of(undefined) }],
  }
}

function withChildren(profile: Profile): readonly Profile[] {
  return [profile, ...profile.children.flatMap(withChildren)]
}

/** A path that a glob is for: stars become a letter, the first of what is listed is taken. */
function onePathOf(glob: string): string {
  return glob
    .replace(/\{([^{},]*)[^{}]*\}/g, '$1')
    .replace(/\[\^?([^\]])[^\]]*\]/g, '$1')
    .replace(/\*+|\?/g, 'x')
}
