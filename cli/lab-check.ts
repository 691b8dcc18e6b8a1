import { resolve } from 'node:path'
import type { TryScript } from '#sessions/prove/trial.ts'
import { openTrialPool } from '#sessions/prove/trial-pool.ts'
import { proveLab, trialsOf } from '#sessions/prove-lab.ts'
import { checkReports } from './check/check-reports.ts'
import { competencyFindings } from './check/competency-findings.ts'
import { type LabResult, labResult } from './check/lab-result.ts'
import { showProgress } from './check/progress.ts'
import { labText, summary } from './check/text-report.ts'
import { type FoundLab, labFolders } from './lab-folders.ts'
import { openOutput, type ReportOptions } from './output.ts'
import { type ExitCode, printable, refuse, type Surroundings } from './surroundings.ts'

/**
 * Proves the labs in the given folders and reports what holds and what does not: as text lab by lab, else at the end.
 * Where the report goes into a file, the terminal gets a line for each lab.
 *
 * @returns 0 when all hold, 1 when one does not, 2 when there is nothing to read or nowhere to write
 */
export async function labCheck(
  folders: readonly string[],
  { reporter, output }: ReportOptions,
  around: Surroundings,
): Promise<ExitCode> {
  const labs = await allLabs(folders.length === 0 ? ['labs'] : folders)
  if (typeof labs === 'string') return refuse(around, labs)
  const misplaced = await competencyFindings(around.root)
  const found = labs.map(lab => ({ ...lab, findings: [...lab.findings, ...(lab.source ? misplaced(lab.source) : [])] }))
  const file = await openOutput(output)
  if (typeof file === 'string') return refuse(around, file)

  const { stdout, stderr } = around
  const progress = showProgress(
    around,
    found.reduce((sum, { source }) => sum + (source ? trialsOf(source) : 0), 0),
  )
  const tell = (result: LabResult) => {
    progress.clear()
    if (reporter === 'text' && !file) stdout.write(printable(labText(result)))
    else stderr.write(printable(`${result.id} ${result.holds ? 'holds' : 'does not hold'}\n`))
  }

  const pool = openTrialPool({ workerUrl: around.workers.prove })
  const tryScript: TryScript = async (source, variant, script) => {
    const result = await pool.try(source, variant, script)
    progress.step(source.id)
    return result
  }
  const results: LabResult[] = []
  try {
    // All labs are begun at once and told of in their order.
    const proofs = found.map(async lab => labResult(lab, lab.source && (await proveLab(lab.source, tryScript))))
    for (const proof of proofs) proof.catch(() => {})
    for (const proof of proofs) {
      const result = await proof
      results.push(result)
      tell(result)
    }
  } finally {
    progress.clear()
    await pool.close()
  }

  if (file) await file.write(checkReports[reporter](results))
  if (file || reporter === 'text') stdout.write(summary(results))
  else stdout.write(checkReports[reporter](results))
  return results.every(({ holds }) => holds) ? 0 : 1
}

/** The labs of all folders, none twice. */
async function allLabs(folders: readonly string[]): Promise<readonly FoundLab[] | string> {
  const found = new Map<string, FoundLab>()
  for (const folder of folders) {
    const labs = await labFolders(folder)
    if (typeof labs === 'string') return labs
    for (const lab of labs) found.set(`${lab.id} ${resolve(lab.folder)}`, lab)
  }
  return [...found.values()]
}
