import type { PackLab, ProvedAttempt } from '#engine/grade/pack-view.ts'

/** What became of one check in all variants that were tried so far. */
export interface ProofCell {
  readonly check: string
  readonly state: 'open' | 'earned' | 'missed' | 'ungraded'
  /** It is not what the attempt's name says. */
  readonly differs: boolean
  /** What is to be read of it. */
  readonly label: string
}

/** One attempt of a lab, in all its variants. */
export interface ProofLine {
  readonly file: string
  readonly cells: readonly ProofCell[]
  readonly state: 'open' | 'going' | 'holds' | 'differs'
  /** In a few words. */
  readonly verdict: string
  /** What it does otherwise than its name says, a sentence each; equal ones once, with the variants they hold for. */
  readonly says: readonly { readonly text: string; readonly variants: readonly number[] }[]
}

export interface ProofTable {
  readonly right: readonly ProofLine[]
  readonly wrong: readonly ProofLine[]
}

type TableLab = Pick<PackLab, 'checks' | 'variants' | 'right' | 'wrong'>

/** Every attempt of a lab as a line of the table, whether it was tried already or not. */
export function proofTable(lab: TableLab, attempts: readonly ProvedAttempt[]): ProofTable {
  const byFile = new Map<string, ProvedAttempt[]>()
  for (const attempt of attempts) byFile.set(attempt.file, [...(byFile.get(attempt.file) ?? []), attempt])
  const line = (file: string) => proofLine(lab, file, byFile.get(file) ?? [])
  return { right: lab.right.map(line), wrong: lab.wrong.map(line) }
}

function proofLine(lab: TableLab, file: string, tried: readonly ProvedAttempt[]): ProofLine {
  const attempts = tried.toSorted((a, b) => a.variant - b.variant)
  const state = stateOf(lab, attempts)
  return {
    file,
    cells: lab.checks.map(({ id }) => proofCell(id, attempts, lab.variants)),
    state,
    verdict: verdictOf(lab, state, attempts),
    says: gathered(attempts),
  }
}

function stateOf({ variants }: TableLab, attempts: readonly ProvedAttempt[]): ProofLine['state'] {
  if (attempts.some(it => !it.holds)) return 'differs'
  if (attempts.length === 0) return 'open'
  return attempts.length < variants ? 'going' : 'holds'
}

function verdictOf({ checks, variants }: TableLab, state: ProofLine['state'], attempts: readonly ProvedAttempt[]) {
  if (state === 'open') return 'not tried'
  if (state === 'going') return `${attempts.length} of ${variants} variants`
  if (state === 'differs') return 'differs from its name'
  const count = attempts[0]?.expected.length ?? 0
  if (count === 1) return 'fails exactly its check'
  if (count > 1) return `fails exactly its ${words[count] ?? count} checks`
  const points = checks.reduce((sum, it) => sum + it.points, 0)
  return `earns ${points} of ${points}`
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

function proofCell(check: string, attempts: readonly ProvedAttempt[], variants: number): ProofCell {
  const results = attempts.flatMap(({ variant, expected, checks }) => {
    const state = Object.hasOwn(checks, check) ? checks[check] : undefined
    return state === undefined ? [] : [{ variant, state, wanted: expected.includes(check) ? 'missed' : 'earned' }]
  })
  const [first] = results
  if (first === undefined) return { check, state: 'open', differs: false, label: 'no result' }
  const odd = results.filter(({ state, wanted }) => state !== wanted)
  const [worst] = odd
  if (worst === undefined) {
    const label = first.state === 'missed' ? 'failed, as the name says' : 'earned'
    return { check, state: first.state, differs: false, label }
  }
  const where = odd.length === variants ? '' : `, in ${inVariants(odd.map(({ variant }) => variant))}`
  return { check, state: worst.state, differs: true, label: `${oddLabels[worst.state]}${where}` }
}

const oddLabels = {
  earned: 'earned, but should fail',
  missed: 'failed, but should be earned',
  ungraded: 'could not be graded',
} as const

function gathered(attempts: readonly ProvedAttempt[]): ProofLine['says'] {
  const says = new Map<string, number[]>()
  for (const { variant, say } of attempts) for (const text of say) says.set(text, [...(says.get(text) ?? []), variant])
  return [...says].map(([text, variants]) => ({ text, variants: [...new Set(variants)] }))
}

/** "variant 2", "variants 1 and 3". */
export function inVariants(variants: readonly number[]): string {
  const last = variants.at(-1) ?? 0
  const others = variants.slice(0, -1)
  return others.length === 0 ? `variant ${last}` : `variants ${others.join(', ')} and ${last}`
}
