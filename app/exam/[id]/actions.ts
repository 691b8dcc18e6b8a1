'use server'

import { z } from 'zod'
import type { ExamActs } from '#components/exam/screen/acts.ts'
import { finishExam } from '#server/exams/finish-exam.ts'
import { markTask } from '#server/exams/mark-task.ts'
import { pollExam } from '#server/exams/poll-exam.ts'
import * as resets from '#server/exams/reset-task.ts'
import * as pads from '#server/exams/save-notes.ts'
import { viewExamTask } from '#server/exams/view-exam.ts'
import { act } from '../../act.ts'

const ofExam = z.strictObject({ exam: z.string().min(1).max(64) })
const number = z.int().min(1).max(99)
const counted = z.int().min(0)
const ofTask = ofExam.extend({ task: number })
const look = ofExam.extend({ task: number.nullable(), notes: counted })
const marks = ofTask.extend({ flagged: z.boolean().exactOptional(), done: z.boolean().exactOptional() })
const pad = ofExam.extend({ version: counted, text: z.string().max(64 * 1024) })
const step = ofTask.extend({ after: counted, tab: z.string().min(1).max(64) })

export const viewTask: ExamActs['viewTask'] = async input => act(ofTask, input, viewExamTask)
export const poll: ExamActs['poll'] = async input => act(look, input, pollExam)
export const mark: ExamActs['mark'] = async input => act(marks, input, markTask)
export const saveNotes: ExamActs['saveNotes'] = async input => act(pad, input, pads.saveNotes)
export const resetTask: ExamActs['resetTask'] = async input => act(step, input, resets.resetTask)
export const finish: ExamActs['finish'] = async input => act(ofExam, input, finishExam)
