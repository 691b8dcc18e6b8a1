import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { type Demand, demands, type LabProof, type Shortfall } from '#sessions/prove-lab.ts'

/** What `lab check` writes about one lab: a line for each demand, and below it what falls short. */
export function labReport(
  id: string,
  folder: string,
  source: LabSource | undefined,
  findings: readonly PackFinding[],
  proof: LabProof | undefined,
): { readonly text: string; readonly holds: boolean } {
  const unread: readonly Shortfall[] = findings.map(finding => ({ ...finding, demand: 'readable' }))
  const shortfalls = [...unread, ...(proof?.shortfalls ?? [])]
  const lines = [id, ...(source ? [`  ${counts(source)}`] : [])]
  for (const [demand, sentence] of Object.entries(demands)) {
    const own = shortfalls.filter(it => it.demand === demand)
    const state = own.length > 0 ? 'no' : proof || isReadable(demand) ? 'ok' : '--'
    lines.push(`  ${state}  ${sentence}`)
    for (const it of own) lines.push(`        ${placeOf(folder, it)}: ${it.message}`)
  }
  return { text: `${lines.join('\n')}\n\n`, holds: shortfalls.length === 0 && proof !== undefined }
}

const isReadable = (demand: string): demand is Extract<Demand, 'readable'> => demand === 'readable'

function counts(source: LabSource): string {
  const { checks, attempts } = source.variant(0)
  const right = attempts.filter(({ expected }) => expected.length === 0).length
  const number = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
  return [
    number(checks.length, 'check'),
    number(source.variants.length, 'variant'),
    number(right, 'right attempt'),
    number(attempts.length - right, 'wrong attempt'),
  ].join(', ')
}

function placeOf(folder: string, { file, line, variant }: Shortfall): string {
  const at = line === undefined ? '' : `:${line}`
  return `${folder}/${file.replace(/^\.\//, '')}${at}${variant === undefined || variant === 1 ? '' : ` (variant ${variant})`}`
}
