import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import type { LabFiles } from '#engine/grade/lab-source.ts'
import type { Report } from '#engine/grade/report.ts'
import type { Completion, Prompt } from '#engine/shell/terminal.ts'
import { labHash } from '#packs/pack-hash.ts'
import { createHolds } from './holds.ts'
import { createJob, type Job } from './job.ts'
import { defaultLimits, type Limits, said } from './limits.ts'
import type { Act, FromThread } from './messages.ts'
import type { AttemptOrigin, AttemptState, FileView, ListedFile, Sessions, StepResult } from './protocol.ts'
import { slotOver } from './slot.ts'
import { outOfMemory, startThread, type Thread } from './thread.ts'

export interface SessionsOptions {
  /** The bundled worker; by default `dist/worker.mjs` below the working directory. */
  readonly workerUrl?: URL
  readonly limits?: Partial<Limits>
}

const tickEvery = 50
const pingAfter = 500
const startsAtMost = 3

/** A pool of worker threads that run attempts. The first thread starts with the first call. */
export function createSessions(options: SessionsOptions = {}): Sessions {
  const limits: Limits = { ...defaultLimits(availableParallelism()), ...options.limits }
  const url = options.workerUrl ?? pathToFileURL(`${process.cwd()}/dist/worker.mjs`)
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  const holds = createHolds()
  const digests = new WeakMap<AttemptState, string>()
  const hashes = new WeakMap<LabFiles, string>()
  let failedStarts = 0
  let closed = false
  let ticking: NodeJS.Timeout | undefined
  let lastTick = 0
  let idling: NodeJS.Timeout | undefined

  const hashOf = (files: LabFiles) => {
    const hash = hashes.get(files) ?? labHash(files)
    hashes.set(files, hash)
    return hash
  }

  const send = (job: Job, thread: Thread, held: boolean) => {
    const { files, ...origin } = job.origin
    const filesHash = hashOf(files)
    const digest = job.state === null ? undefined : digests.get(job.state)
    job.sentAt = performance.now()
    job.beganAt ||= job.sentAt
    thread.take(job)
    thread.seen.add(job.origin.id)
    if (job.act.act === 'run') holds.add(job.origin.id, thread)
    thread.post({
      kind: 'job',
      id: job.id,
      slot: job.slot.memory,
      origin: thread.knows(filesHash) ? { ...origin, filesHash } : { ...origin, filesHash, files },
      from: { state: job.state, held, ...(digest === undefined ? {} : { digest }) },
      act: job.act,
    })
  }

  /**
   * Where a call may begin now: a thread where nothing works, best the one that knows the attempt.
   * While that one is busy with the same attempt, waiting a moment is better than building its world once more elsewhere.
   */
  const freeThread = (attempt: string): Thread | 'soon' | undefined => {
    const now = performance.now()
    const own = [...threads].find(thread => [...thread.jobs.values()].some(job => job.origin.id === attempt))
    if (own !== undefined && !own.free() && !own.suspect && !stuck(own, now, limits.stuck)) return 'soon'
    const free = [...threads].filter(thread => thread.free())
    return (
      free.find(thread => thread.seen.has(attempt)) ?? free.sort((one, other) => one.jobs.size - other.jobs.size)[0]
    )
  }

  /** Hands out what can begin: calls of a running attempt go to its thread, others to one where nothing works. */
  const schedule = () => {
    let short = false
    for (const job of waiting.splice(0)) {
      const hold = holds.of(job.origin.id)
      const thread = hold?.thread ?? freeThread(job.origin.id)
      if (thread === undefined || thread === 'soon') waiting.push(job)
      else send(job, thread, hold !== undefined)
      short ||= thread === undefined
    }
    if (short) grow()
    if (threads.size > 0 && (waiting.length > 0 || busy())) startTicking()
  }

  const busy = () => [...threads].some(thread => thread.jobs.size > 0)
  const stuck = (thread: Thread, now: number, after: number) =>
    [...thread.jobs.values()].some(job => job.slot.phase() === 'working' && now - job.sentAt > after)

  /** One thread more; beyond the usual number only while every one has been busy with one call for long. */
  const grow = () => {
    if (closed || [...threads].some(thread => !thread.ready())) return
    const now = performance.now()
    const spilling = threads.size >= limits.threads
    if (spilling && threads.size >= limits.threads + limits.spill) return
    if (spilling && ![...threads].every(thread => stuck(thread, now, 3 * limits.stuck))) return
    threads.add(startThread(url, limits, { onMessage, onGone }))
  }

  const startTicking = () => {
    if (ticking !== undefined) return
    lastTick = performance.now()
    ticking = setInterval(tick, tickEvery)
    ticking.unref()
    clearTimeout(idling)
    idling = undefined
  }

  const tick = () => {
    const now = performance.now()
    // The pool's own loop may have been busy; that is not the command's work.
    const passed = Math.min(now - lastTick, 2 * tickEvery)
    lastTick = now
    for (const thread of threads) watch(thread, now, passed)
    schedule()
    if (waiting.length === 0 && !busy()) {
      clearInterval(ticking)
      ticking = undefined
      idling = setTimeout(dropIdle, limits.idle)
      idling.unref()
    }
  }

  const dropIdle = () => {
    for (const thread of [...threads].slice(1)) if (thread.jobs.size === 0) void thread.end()
  }

  const watch = (thread: Thread, now: number, passed: number) => {
    if (thread.jobs.size > 0) {
      if (thread.silent > pingAfter) thread.post({ kind: 'ping' })
      thread.silent += passed
      if (thread.silent > limits.work && !longReplay(thread)) {
        void thread.end()
        return
      }
    }
    for (const job of thread.jobs.values()) {
      const phase = job.slot.phase()
      if (phase === 'queued' && now - job.sentAt > limits.stuck && movable(thread, job)) requeue(thread, job)
      if (phase === 'working') job.worked += passed
      const allowed = job.act.act === 'replay' ? limits.work * (job.act.steps.length + 1) : limits.work
      const graceOver = job.interruptedAt !== undefined && now - Math.max(job.interruptedAt, job.sentAt) > limits.grace
      if (phase !== 'queued' && (job.worked > allowed || graceOver)) {
        void thread.end()
        return
      }
    }
  }

  /** It is not bound to this thread by a command that has begun there. */
  const movable = (thread: Thread, job: Job) =>
    holds.of(job.origin.id)?.thread !== thread || (job.act.act === 'run' && holds.alone(job.origin.id))

  const longReplay = (thread: Thread) =>
    [...thread.jobs.values()].some(({ act, slot }) => act.act === 'replay' && slot.phase() === 'working')

  /** A call that a stuck thread has not begun goes to the front of the queue. */
  const requeue = (thread: Thread, job: Job) => {
    if (!job.slot.takeBack()) return
    thread.suspect = true
    thread.drop(job)
    if (job.act.act === 'run') holds.remove(job.origin.id)
    const interrupted = job.slot.interrupted()
    job.slot = slotOver()
    if (interrupted) job.slot.interrupt()
    waiting.unshift(job)
  }

  const onMessage = (thread: Thread, message: FromThread) => {
    if (message.kind === 'ready') failedStarts = 0
    if (message.kind === 'ready' || message.kind === 'asleep' || message.kind === 'pong') return schedule()
    const job = thread.jobs.get(message.id)
    if (job === undefined) return
    if (message.kind === 'out') {
      job.shown += message.text.length
      return job.onOutput(message.text)
    }
    thread.drop(job)
    if (message.kind === 'failed') {
      finish(job)
      job.failed(new Error(message.message))
    } else {
      if (message.digest !== undefined) {
        const { state } = message.value as { readonly state: AttemptState }
        digests.set(state, message.digest)
        holds.remember(job.origin.id, state)
      }
      finish(job)
      job.done(message.value)
    }
    schedule()
  }

  const finish = (job: Job) => {
    if (job.act.act === 'run') holds.remove(job.origin.id)
  }

  const onGone = (thread: Thread, fault?: Error) => {
    threads.delete(thread)
    const wasReady = thread.ready()
    if (!wasReady && fault !== undefined) failedStarts++
    for (const job of thread.jobs.values()) {
      const latest = holds.of(job.origin.id)?.latest
      finish(job)
      if (closed) job.failed(new Error('The simulation is shutting down.'))
      else if (job.slot.phase() === 'working' || thread.jobs.size === 1) stopped(job, latest, fault)
      else if (job.slot.phase() === 'queued') begin(job)
      else again(job, latest)
    }
    if (failedStarts >= startsAtMost)
      for (const job of waiting.splice(0)) job.failed(fault ?? new Error('No thread could be started.'))
    schedule()
  }

  const begin = (job: Job) => {
    const interrupted = job.slot.interrupted()
    job.slot = slotOver()
    if (interrupted) job.slot.interrupt()
    waiting.unshift(job)
  }

  /** The call that took its thread down: a command ends where it began, anything else is our fault. */
  const stopped = (job: Job, latest: AttemptState | undefined, fault?: Error) => {
    const interrupted = job.interruptedAt !== undefined && fault === undefined
    const say = outOfMemory(fault) ? said.memory : said.work(limits)
    if (job.act.act !== 'run') job.failed(new Error(fault === undefined ? say : fault.message))
    else endWhereItBegan(job, latest, interrupted ? undefined : say)
  }

  /** A sleeping command of a thread that another one took down goes on elsewhere, its shown output left out. */
  const again = (job: Job, latest: AttemptState | undefined) => {
    if (job.act.act !== 'run') return job.failed(new Error(said.restarted))
    if (latest !== undefined || job.restarts > 0) return endWhereItBegan(job, latest, said.restarted)
    job.restarts++
    job.act = { ...job.act, again: { shown: job.shown, elapsed: performance.now() - job.beganAt } }
    begin(job)
  }

  const endWhereItBegan = (job: Job, latest: AttemptState | undefined, say: string | undefined) => {
    if (job.act.act !== 'run') return
    const { terminal } = job.act.step
    const state = latest ?? job.state
    if (say !== undefined) job.onOutput(`\n${say}\n`)
    Promise.all([
      call<{ state: AttemptState; digest: string }>(job.origin, state, { act: 'replay', steps: [] }),
      call<Prompt>(job.origin, state, { act: 'prompt', terminal }),
    ]).then(([back, prompt]) => {
      const result: StepResult = {
        ended: { exitCode: say === undefined ? 130 : 137, how: say === undefined ? 'interrupted' : 'limited' },
        changed: {},
        prompt,
        ...back,
      }
      job.done(result)
    }, job.failed)
  }

  const call = <T>(
    origin: AttemptOrigin,
    state: AttemptState | null,
    act: Act,
    onOutput: (text: string) => void = () => {},
  ): Promise<T> =>
    new Promise<T>((done, failed) => {
      if (closed) return failed(new Error('The simulation is shutting down.'))
      waiting.push(createJob(origin, state, act, { onOutput, done: value => done(value as T), failed }))
      if (failedStarts >= startsAtMost) failedStarts = 0
      schedule()
    })

  return {
    run: (origin, state, step, onOutput) => call<StepResult>(origin, state, { act: 'run', step }, onOutput),
    edit: (origin, state, step) => call<StepResult>(origin, state, { act: 'edit', step }),
    replay: (origin, state, steps) => call(origin, state, { act: 'replay', steps }),
    check: (origin, state) => call<Report>(origin, state, { act: 'check' }),
    complete: (origin, state, terminal, line, cursor) =>
      call<Completion>(origin, state, { act: 'complete', terminal, line, cursor }),
    needsMore: (origin, state, terminal, text) => call<boolean>(origin, state, { act: 'needs-more', terminal, text }),
    prompt: (origin, state, terminal) => call<Prompt>(origin, state, { act: 'prompt', terminal }),
    read: (origin, state, host, path) => call<FileView>(origin, state, { act: 'read', host, path }),
    list: (origin, state, host, path) => call<readonly ListedFile[]>(origin, state, { act: 'list', host, path }),
    interrupt(attemptId, terminal) {
      let found = false
      const stop = (job: Job, thread?: Thread) => {
        if (job.origin.id !== attemptId || job.act.act !== 'run' || job.act.step.terminal !== terminal) return
        found = true
        job.slot.interrupt()
        job.interruptedAt ??= performance.now()
        thread?.post({ kind: 'interrupt', id: job.id })
      }
      for (const thread of threads) for (const job of thread.jobs.values()) stop(job, thread)
      for (const job of waiting) stop(job)
      return found
    },
    load: () => ({
      threads: threads.size,
      running: [...threads].reduce((sum, thread) => sum + thread.jobs.size, 0),
      waiting: waiting.length,
    }),
    async close() {
      closed = true
      clearInterval(ticking)
      clearTimeout(idling)
      for (const job of waiting.splice(0)) job.failed(new Error('The simulation is shutting down.'))
      await Promise.all([...threads].map(thread => thread.end()))
    },
  }
}
