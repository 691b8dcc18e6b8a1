import 'server-only'
import type { TerminalFrame } from '#engine/grade/attempt-view.ts'
import type { StepResult } from '#sessions/protocol.ts'
import { house } from '../house.ts'
import { act, look, nextTime, tabOf, troubled } from './act.ts'
import type { ActInput, Answer } from './answer.ts'
import { appendStep } from './append-step.ts'
import { headState } from './attempt-state.ts'
import { limits } from './limits.ts'
import type { LiveAttempt, RunningCommand } from './live-attempt.ts'
import { promptText } from './prompt-text.ts'
import { moved, refused } from './refusals.ts'

export interface RunCommandInput extends ActInput {
  /** `1`, `2`, … */
  readonly terminal: string
  readonly text: string
}

/** A command on its way. */
interface Started {
  readonly attempt: LiveAttempt
  readonly command: RunningCommand
  readonly prompt: string
  readonly at: number
  readonly result: Promise<StepResult>
  printed(): string
  /** To be called when its step is stored, or never will be. */
  over(): void
}

/**
 * Runs a command line and emits its frames: `out` any number of times, then exactly one of `end`, `more`, `refused`.
 * `end` is emitted when the step is stored. Aborting the signal is a Ctrl+C.
 */
export async function runCommand(
  learner: string,
  input: RunCommandInput,
  emit: (frame: TerminalFrame) => void,
  signal: AbortSignal,
): Promise<void> {
  const { attempt: id, terminal, text } = input
  const answer =
    inputRefusal(input) ??
    (await act<{ started: Started | 'more' }>(learner, input, attempt => start(attempt, input, emit)))
  if (!answer.ok) return emit({ kind: 'refused', refusal: answer })
  if (answer.started === 'more') return emit({ kind: 'more' })

  const { started } = answer
  const stop = () => house().sessions.interrupt(id, terminal)
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    const result = await started.result
    const frame = await started.attempt.inTurn(() => store(started, input, text, result))
    emit(frame)
  } catch (error) {
    const { ok: _, ...refusal } = troubled(error, id)
    emit({ kind: 'refused', refusal })
  } finally {
    signal.removeEventListener('abort', stop)
    started.over()
  }
}

function inputRefusal({ terminal, text }: RunCommandInput) {
  if (text.length > limits.command) return refused('too-large', 'That is more than a command line holds (64 KiB).')
  if (text.includes('\0')) return refused('invalid', 'A command line cannot hold a NUL character.')
  if (!isTerminal(terminal)) return refused('not-found', 'There is no such terminal.')
  return undefined
}

export const isTerminal = (id: string) => /^[1-9]$/.test(id) && Number(id) <= limits.terminals

async function start(
  attempt: LiveAttempt,
  { terminal, text }: RunCommandInput,
  emit: (frame: TerminalFrame) => void,
): Promise<Answer<{ started: Started | 'more' }>> {
  const { sessions, running } = house()
  const { origin, learner } = attempt
  if (attempt.running.has(terminal)) return refused('unavailable', 'A command is still running in this terminal.')
  const others = running.get(learner) ?? 0
  if (others >= limits.running)
    return refused('too-many', `${limits.running} of your commands are running. Stop one of them with Ctrl+C.`)
  const state = await headState(attempt)
  if (await sessions.needsMore(origin, state, terminal, text)) return { ok: true, started: 'more' }
  const prompt = promptText(await sessions.prompt(origin, state, terminal))

  let end = () => {}
  const ended = new Promise<void>(resolve => {
    end = resolve
  })
  const command: RunningCommand = { overlapped: attempt.running.size > 0, overtaken: false, ended }
  for (const other of attempt.running.values()) other.overlapped = true
  attempt.running.set(terminal, command)
  running.set(learner, others + 1)

  let printed = ''
  const at = nextTime(attempt)
  const result = sessions.run(origin, state, { kind: 'command', at, terminal, text }, more => {
    printed = (printed + more).slice(-limits.output)
    emit({ kind: 'out', text: more })
  })
  // It is awaited outside the attempt's turn; until then nobody listens.
  result.catch(() => {})
  return {
    ok: true,
    started: {
      attempt,
      command,
      prompt,
      at,
      result,
      printed: () => printed,
      over() {
        attempt.running.delete(terminal)
        const left = (running.get(learner) ?? 1) - 1
        if (left === 0) running.delete(learner)
        else running.set(learner, left)
        end()
      },
    },
  }
}

async function store(
  { attempt, command, prompt, at, printed }: Started,
  input: RunCommandInput,
  text: string,
  { ended, state, digest, changed, prompt: next }: StepResult,
): Promise<TerminalFrame> {
  if (command.overtaken) return { kind: 'refused', refusal: moved }
  // What ran beside it may have been stored with a later time; the transcript's times do not go back.
  const hosts = Object.keys(changed)
  const touched = hosts.length > 0
  await appendStep(attempt, {
    kind: 'command',
    at: attempt.running.size > 1 || command.overlapped ? Math.max(at, nextTime(attempt) - 1) : at,
    ...tabOf(input),
    terminal: input.terminal,
    text,
    prompt,
    output: printed(),
    ended: ended.how,
    exitCode: ended.exitCode,
    cleared: ended.clear === true,
    touched,
    ...(touched ? { host: hosts.join(' ') } : {}),
    digest,
    state,
    keep: ended.how !== 'finished' || command.overlapped,
  })
  attempt.terminals.delete(input.terminal)
  return {
    kind: 'end',
    exitCode: ended.exitCode,
    prompt: next === undefined ? prompt : promptText(next),
    host: next?.host ?? attempt.lab.host,
    head: attempt.history.head,
    changed,
    ...(ended.open === undefined ? {} : { open: ended.open }),
    ...(ended.clear ? { clear: true } : {}),
    ...(ended.closed ? { closed: true } : {}),
  }
}

/** Ctrl+C; `stopped` says whether something was running. */
export async function interrupt(
  learner: string,
  input: { readonly attempt: string; readonly terminal: string },
): Promise<Answer<{ readonly stopped: boolean }>> {
  return look(learner, input.attempt, async () => ({
    ok: true,
    stopped: house().sessions.interrupt(input.attempt, input.terminal),
  }))
}
