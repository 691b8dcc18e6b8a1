import 'server-only'
import type { AttemptView } from '#engine/grade/attempt-view.ts'
import type { Lab } from '#engine/grade/lab.ts'
import { baseWorld } from '#engine/worlds/base-worlds.ts'
import type { AttemptState } from '#sessions/protocol.ts'
import { house } from '../house.ts'
import { headState } from './attempt-state.ts'
import { hintsView } from './hints-view.ts'
import { labCard } from './lab-card.ts'
import { lastReport } from './last-report.ts'
import type { LiveAttempt } from './live-attempt.ts'
import { pastCommands } from './past-commands.ts'
import { promptText } from './prompt-text.ts'
import { solutionOf } from './solution.ts'
import { startFiles } from './start-files.ts'

/** What the workbench shows first. Built from what may be shown: nothing of a check but its title and points. */
export async function viewOf(attempt: LiveAttempt): Promise<AttemptView> {
  const { origin, lab, history } = attempt
  const [work, report] = await Promise.all([workOf(attempt), lastReport(attempt)])
  return {
    id: origin.id,
    lab: labCard(lab),
    host: lab.host,
    hosts: hostsOf(lab),
    checks: lab.checks.map(({ id, title, points, guard }) => ({ id, title, points, guard })),
    startedAt: origin.startedAt,
    head: history.head,
    task: lab.task,
    hints: hintsView(attempt),
    ...work,
    ...(report === undefined ? {} : { report }),
    ...(solutionIsOpen(attempt) ? { solution: solutionOf(attempt) } : {}),
  }
}

/** Where a lab's files lie. */
export function hostsOf({ cluster, host }: Pick<Lab, 'cluster' | 'host'>): readonly string[] {
  return [...(baseWorld(cluster)?.keys() ?? [host])]
}

/** What the editor and the terminals show first. */
export async function workOf(attempt: LiveAttempt): Promise<Pick<AttemptView, 'files' | 'terminals' | 'past'>> {
  const { sessions } = house()
  const { origin, lab } = attempt
  const state = await headState(attempt)
  const [files, terminals, past] = await Promise.all([
    Promise.all(
      startFiles(lab).map(async ({ host, path, certain }) => {
        const { text, refused } = await sessions.read(origin, state, host, path)
        return { host, path, text, shown: (certain || text !== null) && refused === undefined }
      }),
    ),
    Promise.all(
      terminalIds(attempt, state).map(async id => ({
        id,
        prompt: promptText(await sessions.prompt(origin, state, id)),
      })),
    ),
    pastCommands(attempt),
  ])
  return {
    files: files.filter(({ shown }) => shown).map(({ host, path, text }) => ({ host, path, text })),
    terminals,
    past,
  }
}

/** Terminals that are there: the first one, those that were typed in, and those just opened. */
export function terminalIds(attempt: LiveAttempt, state: AttemptState | null): readonly string[] {
  return [...new Set(['1', ...Object.keys(state?.terminals ?? {}), ...attempt.terminals])].sort()
}

/** It was asked for, and it is due. */
function solutionIsOpen({ history, steps }: LiveAttempt): boolean {
  return history.head.status !== 'open' && steps.some(({ kind }) => kind === 'solution' || kind === 'give-up')
}
