import { createContext, use, useSyncExternalStore } from 'react'
import type { StoreOf } from '../../workbench/store.ts'
import type { Exam } from './exam.ts'
import type { ExamChange, ExamState } from './exam-state.ts'

export type ExamStore = StoreOf<ExamState, ExamChange>

export const ExamContext = createContext<Exam | null>(null)

export function useExam(): Exam {
  const exam = use(ExamContext)
  if (exam === null) throw new Error('a part of the exam stands outside of it')
  return exam
}

/** A part of an exam's state; `select` must give the same value for the same state. */
export function useStored<T>({ store }: Exam, select: (state: ExamState) => T): T {
  const get = () => select(store.get())
  return useSyncExternalStore(store.subscribe, get, get)
}

export function useExamState<T>(select: (state: ExamState) => T): T {
  return useStored(useExam(), select)
}
