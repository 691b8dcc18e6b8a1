import type { MessagePort } from 'node:worker_threads'
import type { Limits } from '../limits.ts'
import { said } from '../limits.ts'
import type { Act, FromThread, ToThread } from '../messages.ts'
import type { StepResult } from '../protocol.ts'
import { type Slot, slotOver } from '../slot.ts'
import { changedFiles, rememberFiles } from './changed-files.ts'
import type { Engine } from './engine.ts'
import { interruptible } from './interruptible.ts'
import { createLiveAttempts, type LiveAttempt, stateWithDigest } from './live-attempts.ts'
import { createOutput } from './output.ts'
import { listFiles, readFile } from './read-file.ts'
import { applyEdit, runCommand, terminalOf } from './run-step.ts'
import { createHold, createTurn, type Hold } from './turn.ts'

type Job = ToThread & { readonly kind: 'job' }
type Done = { readonly value: unknown; readonly digest?: string }

/** Takes calls from the pool, one working at a time, and answers each with `done` or `failed`. */
export function serveJobs(port: MessagePort, engine: Engine, limits: Pick<Limits, 'output'>): void {
  const attempts = createLiveAttempts(engine)
  const turn = createTurn()
  const running = new Map<number, AbortController>()
  const post = (message: FromThread) => port.postMessage(message)

  const sleeper = (job: Job, hold: Hold, signal: AbortSignal, flush: () => void, elapsed: number) => {
    let over = elapsed
    return async (milliseconds: number) => {
      const left = Math.max(0, milliseconds - over)
      over = Math.max(0, over - milliseconds)
      if (signal.aborted || (left === 0 && milliseconds > 0)) return
      hold.release()
      if (left > 0) {
        flush()
        post({ kind: 'asleep', id: job.id })
        await pause(left, signal)
      } else {
        // A pause without a length: messages come in, and a call that waits gets its turn.
        await new Promise(setImmediate)
      }
      await hold.acquire()
    }
  }

  const run = async (
    job: Job,
    slot: Slot,
    hold: Hold,
    attempt: LiveAttempt,
    act: Act & { readonly act: 'run' },
  ): Promise<Done> => {
    const controller = interruptible(slot)
    const { signal } = controller
    running.set(job.id, controller)
    const show = (text: string) => post({ kind: 'out', id: job.id, text })
    const output = createOutput(limits.output, act.again?.shown ?? 0, show, () => controller.abort())
    try {
      const before = rememberFiles(attempt.world)
      const { ended, prompt } = await runCommand(engine, attempt, act.step, {
        out: output.out,
        signal,
        sleep: sleeper(job, hold, signal, output.flush, act.again?.elapsed ?? 0),
      })
      output.flush()
      if (output.exceeded) show(`\n${said.output(limits)}\n`)
      const value: StepResult = {
        ended: output.exceeded ? { ...ended, how: 'limited' } : ended,
        changed: changedFiles(attempt.world, before),
        prompt,
        ...stateWithDigest(attempt),
      }
      return { value, digest: value.digest }
    } finally {
      running.delete(job.id)
      output.flush()
    }
  }

  const replay = async (attempt: LiveAttempt, act: Act & { readonly act: 'replay' }): Promise<Done> => {
    const io = { out: () => {}, signal: new AbortController().signal, sleep: () => Promise.resolve() }
    for (const step of act.steps)
      if (step.kind === 'edit') applyEdit(attempt, step)
      else await runCommand(engine, attempt, step, io)
    const value = stateWithDigest(attempt)
    return { value, digest: value.digest }
  }

  const edit = (attempt: LiveAttempt, act: Act & { readonly act: 'edit' }): Done => {
    const before = rememberFiles(attempt.world)
    const refused = applyEdit(attempt, act.step)
    const value: StepResult = {
      ended: { exitCode: refused === undefined ? 0 : 1, how: 'finished' },
      changed: changedFiles(attempt.world, before),
      ...stateWithDigest(attempt),
      ...(refused === undefined ? {} : { refused }),
    }
    return { value, digest: value.digest }
  }

  const answer = async (job: Job, slot: Slot, hold: Hold): Promise<Done> => {
    const { act } = job
    const attempt = attempts.at(job.origin, job.from)
    switch (act.act) {
      case 'run':
        return run(job, slot, hold, attempt, act)
      case 'replay':
        return replay(attempt, act)
      case 'edit':
        return edit(attempt, act)
      case 'check':
        return { value: engine.gradeLab(attempt.lab, attempt.world) }
      case 'complete':
        return { value: terminalOf(engine, attempt, act.terminal).complete(act.line, act.cursor) }
      case 'needs-more':
        return { value: terminalOf(engine, attempt, act.terminal).needsMore(act.text) }
      case 'prompt':
        return { value: terminalOf(engine, attempt, act.terminal).prompt() }
      case 'read':
        return { value: readFile(attempt.world, act.host, act.path) }
      case 'list':
        return { value: listFiles(attempt.world, act.host, act.path) }
    }
  }

  const take = async (job: Job) => {
    const slot = slotOver(job.slot)
    let begun = false
    const hold = createHold(turn, working => {
      if (begun) slot.set(working ? 'working' : 'asleep')
    })
    await hold.acquire()
    try {
      begun = slot.begin()
      if (begun) post({ kind: 'done', id: job.id, ...(await answer(job, slot, hold)) })
    } catch (fault) {
      attempts.drop(job.origin.id)
      const message = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
      post({ kind: 'failed', id: job.id, message })
    } finally {
      hold.end()
    }
  }

  port.on('message', (message: ToThread) => {
    if (message.kind === 'interrupt') running.get(message.id)?.abort()
    else if (message.kind === 'ping') post({ kind: 'pong' })
    else void take(message)
  })
  post({ kind: 'ready' })
}

/** Resolves after so many milliseconds, or early when the signal aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const wake = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, Math.min(milliseconds, 2 ** 31 - 1))
    signal.addEventListener('abort', wake)
  })
}
