import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { filled } from '#engine/grade/placeholders.ts'
import type { Tried } from '#sessions/prove/trial.ts'
import { openTrialPool } from '#sessions/prove/trial-pool.ts'
import { type ChosenLab, findLab } from './find-lab.ts'
import { junit } from './junit.ts'
import { openOutput, type ReportOptions } from './output.ts'
import { detail, reportText } from './report-text.ts'
import { type ExitCode, printable, refuse, type Surroundings } from './surroundings.ts'

/** No attempt needs more; the same as for one that ships with a lab. */
const bytesAtMost = 256 * 1024

/**
 * Types a script into a fresh world of a lab and reports what it earns. `${{ name }}` in it stands for the variant's
 * value, as in attempts that ship with a lab; `-` reads it from standard input.
 *
 * @returns 0 when the lab is solved, 1 when not, 2 when the script could not be run to its end
 */
export async function labGrade(
  lab: string,
  script: string,
  options: ReportOptions & { readonly variant: string },
  around: Surroundings,
): Promise<ExitCode> {
  const chosen = await findLab(lab, options.variant, join(around.root, 'labs'))
  if (typeof chosen === 'string') return refuse(around, chosen)
  const read = await readScript(script, around)
  if ('refusal' in read) return refuse(around, read.refusal)
  const file = await openOutput(options.output)
  if (typeof file === 'string') return refuse(around, file)

  const { source, variant } = chosen
  const pool = openTrialPool({ workerUrl: around.workers.prove, threads: 1 })
  const tried = await pool
    .try(source, variant, filled(read.text, source.variants[variant] ?? {}))
    .finally(() => pool.close())
  if ('stopped' in tried) return refuse(around, `The script was stopped. ${tried.stopped} Shorten that command.`)

  const report = reports[options.reporter](script === '-' ? 'standard input' : basename(script), chosen, tried)
  if (file) await file.write(report)
  else around.stdout.write(report)
  return tried.report.solved ? 0 : 1
}

async function readScript(
  path: string,
  { stdin }: Surroundings,
): Promise<{ readonly text: string } | { readonly refusal: string }> {
  const tooLarge = { refusal: `${path} is too large: a script has at most ${bytesAtMost / 1024} KiB.` }
  try {
    if (path !== '-' && (await stat(path)).size > bytesAtMost) return tooLarge
    const bytes = path === '-' ? await buffer(stdin) : await readFile(path)
    if (bytes.length > bytesAtMost) return tooLarge
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? { refusal: `${path} is no text. Name a shell script.` } : { text }
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    if (code === 'ENOENT') return { refusal: `There is no script ${path}. Name a file with the commands to type.` }
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { refusal: `${path} is no text. Name a shell script.` }
    return { refusal: `${path} cannot be read (${String(code)}). Name a file with the commands to type.` }
  }
}

/** What a report of one script looks like, by `--reporter`. */
const reports = {
  text(script: string, { source, variant }: ChosenLab, { report, problems }: Tried): string {
    const head = `${source.id}, variant ${variant + 1}: ${script}\n\n`
    const odd = problems.map(problem => `  ${problem}\n`).join('')
    const solved = report.solved ? 'Solved.\n' : 'Not solved.\n'
    return printable(`${head}${odd === '' ? '' : `What did not run as typed:\n${odd}\n`}${reportText(report)}${solved}`)
  },
  json(script: string, { source, variant }: ChosenLab, { report, problems }: Tried): string {
    return `${JSON.stringify({ lab: source.id, variant: variant + 1, script, problems, ...report }, null, 2)}\n`
  },
  junit(script: string, { source, variant }: ChosenLab, { report }: Tried): string {
    const cases = report.verdicts.map(verdict => ({
      name: `${verdict.id}: ${verdict.title}`,
      failures: verdict.outcome.result === 'miss' ? [detail(verdict).join('\n').trim()] : [],
      ...(verdict.outcome.result === 'ungraded' && { skipped: verdict.outcome.say }),
    }))
    return junit('breakwater lab grade', [{ name: `${source.id}, variant ${variant + 1}: ${script}`, cases }])
  },
} as const
