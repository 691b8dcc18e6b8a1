'use server'

import { z } from 'zod'
import type { Answer, WorkbenchActs, WorkbenchView } from '#components/workbench/acts.ts'
import type { AttemptView } from '#engine/grade/attempt-view.ts'
import * as checks from '#server/attempts/check.ts'
import * as heads from '#server/attempts/move-head.ts'
import * as attempts from '#server/attempts/open-attempt.ts'
import * as hints from '#server/attempts/open-hint.ts'
import * as files from '#server/attempts/read-file.ts'
import * as saves from '#server/attempts/save-file.ts'
import * as solutions from '#server/attempts/solution.ts'
import * as terminals from '#server/attempts/terminals.ts'
import { act } from '../../../act.ts'
import { drawnHints, drawnSolution, drawnView } from './drawn-view.tsx'

const attempt = z.string().min(1).max(64)
const ofAttempt = z.strictObject({ attempt })
const file = { host: z.string().min(1).max(253), path: z.string().startsWith('/').max(4096) }
const place = ofAttempt.extend(file)
const step = ofAttempt.extend({ after: z.int().min(0), tab: z.string().min(1).max(64) })
const save = step.extend(file).extend({ text: z.string().max(1024 * 1024) })
const hint = step.extend({ check: z.string().min(1).max(128) })
const lab = z.strictObject({ lab: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/) })

type Viewed = Answer<{ readonly view: AttemptView }>

function viewed(answer: Viewed): Answer<{ readonly view: WorkbenchView }> {
  return answer.ok ? { ok: true, view: drawnView(answer.view) } : answer
}

export const saveFile: WorkbenchActs['saveFile'] = async input => act(save, input, saves.saveFile)
export const readFile: WorkbenchActs['readFile'] = async input => act(place, input, files.readFile)
export const listFiles: WorkbenchActs['listFiles'] = async input => act(place, input, files.listFiles)
export const openTerminal: WorkbenchActs['openTerminal'] = async input =>
  act(ofAttempt, input, terminals.openTerminalTab)
export const check: WorkbenchActs['check'] = async input => act(step, input, checks.check)
export const undo: WorkbenchActs['undo'] = async input => viewed(await act(step, input, heads.undo))
export const redo: WorkbenchActs['redo'] = async input => viewed(await act(step, input, heads.redo))
export const reset: WorkbenchActs['reset'] = async input => viewed(await act(step, input, heads.reset))

export const openHint: WorkbenchActs['openHint'] = async input => {
  const answer = await act(hint, input, hints.openHint)
  return answer.ok ? { ...answer, hints: drawnHints(answer.hints) } : answer
}

export const giveUp: WorkbenchActs['giveUp'] = async input => {
  const answer = await act(step, input, solutions.giveUp)
  return answer.ok ? { ...answer, solution: drawnSolution(answer.solution) } : answer
}

export const openSolution: WorkbenchActs['openSolution'] = async input => {
  const answer = await act(step, input, solutions.openSolution)
  return answer.ok ? { ...answer, solution: drawnSolution(answer.solution) } : answer
}

export const reload: WorkbenchActs['reload'] = async input =>
  viewed(await act(ofAttempt, input, attempts.reloadAttempt))

export const startAgain: WorkbenchActs['startAgain'] = async input =>
  act(lab, input, async (learner, it) => {
    const answer = await attempts.startAgain(learner, it.lab)
    return answer.ok ? { ok: true, id: answer.view.id } : answer
  })
