import { eventsBetween, isEventful } from '../events/events-between.ts'
import { type FalcoStart, type LiveFalco, startFalco } from '../falco/command.ts'
import { type Disk, diskOf } from '../falco/disk.ts'
import { logTime } from '../falco/falco-log.ts'
import { type Host, textOf, type World } from '../world.ts'
import { appendLog } from './append-log.ts'
import { recording, remembering } from './disk-image.ts'
import { servicesOf, write } from './journal.ts'
import type { DiskImage, FalcoService, JournalLine } from './state.ts'
import { argumentsOf, titleOf, type Unit, unitOn } from './units.ts'

/** Falco's unit on a host, by whichever name its package gives it. */
export function falcoUnitOn(host: Host): Unit | undefined {
  if (host.files.get('/usr/bin/falco') === undefined) return undefined
  for (const name of ['falco', 'falco-modern-bpf', 'falco-kmod', 'falco-custom']) {
    const unit = unitOn(host, name)
    if (unit) return unit
  }
  return undefined
}

type Written = JournalLine & { readonly syslog?: string }

/** Hosts were started so long before an attempt begins, in milliseconds. */
const uptime = 7_215_000
const firstPid = 812

/** Falco as it runs: what it was started with. Only in memory; it follows from the files and the state. */
interface Running {
  readonly live: LiveFalco | undefined
  readonly image: DiskImage
  /** What the disk says now, whether Falco took it or not. */
  readonly key: string
  /** The state of the files at that time. */
  readonly revision: number
}

const running = new WeakMap<Host, Running>()

/** Falco's service on a host; undefined where there is none. */
export function falcoService(world: World, host: Host): FalcoService | undefined {
  const unit = falcoUnitOn(host)
  return unit && stateOf(world, host, unit)
}

function stateOf(world: World, host: Host, unit: Unit): FalcoService {
  const known = world.services.get(host.name)?.falco
  if (known) return known
  // As it came up with the host.
  const since = world.began - uptime
  const active = start(host, unit, diskOf(host), since).start.live ? 'active' : 'failed'
  return { active, since, pid: firstPid, seen: world.began }
}

/** What the journal of a host begins with: how its Falco came up. */
export function firstLines(world: World, host: Host): readonly JournalLine[] {
  const unit = falcoUnitOn(host)
  const known = world.services.get(host.name)
  if (!unit || known?.falco) return []
  const { active, since, pid } = stateOf(world, host, unit)
  const { start: made } = start(host, unit, diskOf(host), since)
  return [...startedLines(unit, made, since, pid), ...(active === 'failed' ? failedLines(unit, since) : [])].map(
    ({ syslog: _, ...line }) => line,
  )
}

function start(host: Host, unit: Unit, disk: Disk, clock: number) {
  const recorded = recording(disk)
  const kernel = textOf(host, '/proc/version')
  const made = startFalco(argumentsOf(unit), {
    ...{ disk: recorded.disk, hostname: host.name, env: new Map<string, string>(), clock },
    ...('text' in kernel && { kernel: kernel.text }),
  })
  return { start: made, image: recorded.image() }
}

/** Lets Falco's service on every host see what has happened since it last looked. Call whenever time or files may have changed. */
export function passTime(world: World): void {
  for (const host of world.hosts.values()) {
    const unit = falcoUnitOn(host)
    if (unit) passTimeOn(world, host, unit)
  }
}

function passTimeOn(world: World, host: Host, unit: Unit): void {
  const before = running.get(host)
  const { revision } = host.files
  if (before && before.revision === revision && !isEventful(world, host.name)) return
  const state = stateOf(world, host, unit)
  const now = before ?? wake(host, unit, state)
  if (state.active === 'active' && now.live) deliver(world, host, unit, state, now.live)
  if (now.revision !== revision) look(world, host, unit, now)
  // Its own log is no change that it looks for.
  else running.set(host, { ...now, revision: host.files.revision })
}

/** Falco as it runs according to the state. */
function wake(host: Host, unit: Unit, { active, loaded, since }: FalcoService): Running {
  const present = start(host, unit, diskOf(host), since)
  const own = loaded ? start(host, unit, remembering(loaded), since) : present
  return {
    live: own.start.live,
    image: own.image,
    key: JSON.stringify(present.image),
    // What has failed is looked at anew.
    revision: active === 'failed' ? -1 : host.files.revision,
  }
}

/** After a long while only the newest events are looked at: its journal and files keep no more. */
const lookedAtMost = 1000

/** Looks at the events since the last time and writes what Falco says of them. */
function deliver(world: World, host: Host, unit: Unit, state: FalcoService, live: LiveFalco): void {
  if (!isEventful(world, host.name) || world.clock <= state.seen) return
  const lines: AlertLine[] = []
  for (const { time, event } of eventsBetween(world, host.name, state.seen, world.clock, lookedAtMost))
    for (const { line } of live.rules.compiled?.decide(event).alerts ?? []) lines.push({ at: time, line })
  change(world, host, { ...state, seen: world.clock })
  writeAlerts(world, host, unit, state.pid, live, lines)
}

export interface AlertLine {
  readonly at: number
  readonly line: string
}

/** Sends alerts where the configuration says. What a program or an address would get goes nowhere. */
function writeAlerts(
  world: World,
  host: Host,
  unit: Unit,
  pid: number,
  { config: { outputs } }: LiveFalco,
  alerts: readonly AlertLine[],
): void {
  const from = `falco[${pid}]`
  const isShown = outputs.stdout && (unit.value('StandardOutput') ?? 'journal') !== 'null'
  write(
    world,
    host,
    alerts.flatMap(({ at, line }): readonly Written[] => [
      ...(outputs.syslog ? [{ at, unit: unit.name, from, text: line, syslog: 'falco' }] : []),
      ...(isShown ? [{ at, unit: unit.name, from, text: line, syslog: from }] : []),
    ]),
  )
  if (outputs.file !== undefined)
    appendLog(host, outputs.file, alerts.map(({ line }) => `${line}\n`).join(''), world.clock)
}

/** The files have changed: Falco starts anew with them if it watches them and they are sound. */
function look(world: World, host: Host, unit: Unit, before: Running): void {
  const { start: made, image } = start(host, unit, diskOf(host), world.clock)
  const key = JSON.stringify(image)
  const state = stateOf(world, host, unit)
  const keep = (next: Partial<Running>) => running.set(host, { ...before, key, ...next, revision: host.files.revision })
  if (state.active === 'failed') {
    retry(world, host, unit, state, { ...before, live: made.live, image, key })
    return
  }
  if (key === before.key) return void keep({})
  if (state.active === 'inactive') return void keep({ live: made.live, image })
  const { live } = before
  const isBack = key === JSON.stringify(before.image)
  const { loaded: _, ...plain } = state
  if (live && !live.config.watches) change(world, host, isBack ? plain : { ...plain, loaded: before.image })
  else if (made.live) {
    change(world, host, plain)
    const at = world.clock
    write(world, host, ownLines(unit, ['SIGHUP received, restarting...', ...made.messages], at, state.pid, made.live))
    return void keep({ live: made.live, image })
  } else if (live) {
    change(world, host, { ...plain, loaded: before.image })
    const failure = `Falco internal: hot restart failure: ${lastWords(made)}`
    const line = `${new Date(world.clock).toISOString().slice(11, 23)}000000: Critical ${failure}`
    writeAlerts(world, host, unit, state.pid, live, [{ at: world.clock, line }])
  }
  // Writing a log has changed files, too.
  keep({})
}

/** systemd starts anew what has failed, after a while; here it waits until that would succeed. */
function retry(world: World, host: Host, unit: Unit, state: FalcoService, now: Running): void {
  const wait = Number.parseFloat(unit.value('RestartSec') ?? '0.1') * 1000
  const comes = now.live !== undefined && restarts(unit)
  if (comes && world.clock - state.since >= wait) begin(world, host, unit, state.pid + 40)
  else running.set(host, { ...now, revision: comes ? -1 : host.files.revision })
}

/** Whether systemd starts a unit again that has failed. */
export function restarts(unit: Unit): boolean {
  return /^(?:on-failure|always)$/.test(unit.value('Restart') ?? '')
}

/** Puts Falco's state; what is the first to be kept brings the beginning of the journal with it. */
function change(world: World, host: Host, falco: FalcoService): void {
  const first = firstLines(world, host)
  const { journal } = servicesOf(world, host)
  world.services.set(host.name, { falco, journal: [...first, ...journal] })
}

/** Why Falco does not start. */
function lastWords({ stderr, log, messages }: FalcoStart): string {
  const error = stderr.slice(log.length).trim()
  return error === '' ? (messages.at(-1) ?? '') : error.replace(/^Error: /, '')
}

/** Falco's messages as the journal has them: one for syslog, one for standard error. */
function ownLines(
  unit: Unit,
  messages: readonly string[],
  at: number,
  pid: number,
  live: LiveFalco | undefined,
): readonly Written[] {
  const from = `falco[${pid}]`
  const { stderr = true, syslog = true } = live?.config.log ?? {}
  return messages.flatMap(message => {
    const text = message.trimEnd()
    return [
      ...(syslog ? [{ at, unit: unit.name, from, text, syslog: 'falco' }] : []),
      ...(stderr ? [{ at, unit: unit.name, from, text: `${logTime(at)}: ${text}`, syslog: from }] : []),
    ]
  })
}

function bySystemd(unit: Unit, at: number, ...texts: readonly string[]): readonly Written[] {
  return texts.map(text => ({ at, unit: unit.name, from: 'systemd[1]', text, syslog: 'systemd[1]' }))
}

function startedLines(unit: Unit, made: FalcoStart, at: number, pid: number): readonly Written[] {
  const words = made.live ? '' : made.stderr.slice(made.log.length).trimEnd()
  const from = `falco[${pid}]`
  return [
    ...bySystemd(unit, at, `Started ${titleOf(unit)}.`),
    ...ownLines(unit, made.messages, at, pid, made.live),
    ...(words === '' ? [] : [{ at, unit: unit.name, from, text: words, syslog: from }]),
  ]
}

function failedLines(unit: Unit, at: number): readonly Written[] {
  const { name } = unit
  return bySystemd(
    unit,
    at,
    `${name}: Main process exited, code=exited, status=1/FAILURE`,
    `${name}: Failed with result 'exit-code'.`,
  )
}

function begin(world: World, host: Host, unit: Unit, pid: number): void {
  const at = world.clock
  const { start: made, image } = start(host, unit, diskOf(host), at)
  change(world, host, { active: made.live ? 'active' : 'failed', since: at, pid, seen: at })
  write(world, host, [...startedLines(unit, made, at, pid), ...(made.live ? [] : failedLines(unit, at))])
  running.set(host, { live: made.live, image, key: JSON.stringify(image), revision: host.files.revision })
}

function end(world: World, host: Host, unit: Unit, state: FalcoService): void {
  const at = world.clock
  const { loaded: _, ...plain } = state
  change(world, host, { ...plain, active: 'inactive', since: at })
  const live = running.get(host)?.live
  write(world, host, [
    ...bySystemd(unit, at, `Stopping ${titleOf(unit)}...`),
    ...ownLines(unit, ['SIGTERM received, exiting...'], at, state.pid, live),
    ...bySystemd(unit, at, `${unit.name}: Deactivated successfully.`, `Stopped ${titleOf(unit)}.`),
  ])
}

export type FalcoAct = 'start' | 'stop' | 'restart' | 'reload'

/** What `systemctl` does to Falco's service. A start that fails is no error of `systemctl`: it does not wait for it. */
export function actOnFalco(world: World, host: Host, unit: Unit, act: FalcoAct): void {
  passTime(world)
  const state = stateOf(world, host, unit)
  const isUp = state.active === 'active'
  if (act === 'start') {
    if (!isUp) begin(world, host, unit, state.pid + 40)
    return
  }
  if (act === 'stop') {
    if (state.active !== 'inactive') end(world, host, unit, state)
    return
  }
  if (act === 'restart' && isUp) end(world, host, unit, state)
  if (act === 'reload') write(world, host, bySystemd(unit, world.clock, `Reloading ${titleOf(unit)}...`))
  begin(world, host, unit, act === 'reload' ? state.pid : state.pid + 40)
}
