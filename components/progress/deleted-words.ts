import { counted } from '../ui/amounts.ts'

export interface Stored {
  readonly attempts: number
  /** Labs that the attempts are at. */
  readonly labs: number
  /** Exams that are over, and the one that runs. */
  readonly exams: number
  /** Whether the clock of an exam runs. */
  readonly running: boolean
}

/** What is gone when a learner deletes everything. */
export function deletedWords({ attempts, labs, exams, running }: Stored): string {
  if (attempts === 0 && exams === 0)
    return 'Nothing of yours is stored so far but a random number that tells you from others.'
  const practice = `${counted(attempts, 'attempt')} at ${counted(labs, 'lab')}, with every step, check and hint`
  const parts = [
    ...(attempts > 0 ? [practice] : []),
    ...(exams > 0 ? [`${counted(exams, 'exam')} with all work, notes and reports`] : []),
  ]
  const end = running ? ' The exam that is running ends at once and is not graded.' : ''
  return `This deletes ${parts.join('; and ')}.${end}`
}
