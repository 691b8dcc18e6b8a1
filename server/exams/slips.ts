import type { Slip } from '#engine/grade/exam/exam-view.ts'
import type { Check, Lab } from '#engine/grade/lab.ts'

/** What of a step tells where it changed something. */
export interface ChangingStep {
  readonly kind: string
  readonly at: Date
  readonly touched: boolean | null
  /** edit: where. command: the hosts whose files it changed, with blanks between them. */
  readonly host: string | null
  readonly text: string | null
  readonly path: string | null
}

/**
 * Changes of files on hosts that a task is not about. A line that changes no file (`ssh`, `cd`, `ls`) is none, and the
 * editor, which saves while a person types, makes one of a file however often it saves it in a row.
 */
export function slipsOf(lab: Pick<Lab, 'host' | 'start' | 'checks'>, steps: readonly ChangingStep[]): readonly Slip[] {
  const own = taskHosts(lab)
  const slips = steps.flatMap(({ kind, at, touched, host, text, path }): readonly Slip[] => {
    if (touched !== true || (kind !== 'command' && kind !== 'edit')) return []
    const wrong = (host ?? '').split(' ').filter(each => each !== '' && !own.has(each))
    return wrong.map(each => ({
      host: each,
      text: (kind === 'edit' ? path : text) ?? '',
      kind,
      at: at.getTime(),
    }))
  })
  return slips.filter((slip, index) => !isSavedAgain(slip, slips[index - 1]))
}

function isSavedAgain({ kind, host, text }: Slip, before: Slip | undefined): boolean {
  return kind === 'edit' && before?.kind === 'edit' && before.host === host && before.text === text
}

/** The lab's host, those it lays files on, and those its checks name. */
function taskHosts({ host, start, checks }: Pick<Lab, 'host' | 'start' | 'checks'>): ReadonlySet<string> {
  return new Set([host, ...start.keys(), ...checks.flatMap(hostsNamed)])
}

/** Each `host` in the expectation of a check, wherever its kind has it. */
function hostsNamed({ expectation }: Pick<Check, 'expectation'>): readonly string[] {
  if (typeof expectation !== 'object' || expectation === null) return []
  return Object.entries(expectation).flatMap(([key, value]) =>
    key === 'host' && typeof value === 'string' ? [value] : hostsNamed({ expectation: value }),
  )
}
