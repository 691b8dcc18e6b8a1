import { existsSync } from 'node:fs'
import path from 'node:path'
import { fallBelow, fallShort, raise, readBaseline } from './conformance/baseline.ts'
import { type Measured, measure } from './conformance/measure.ts'
import { readOptions, usage } from './conformance/options.ts'
import { onTerminal } from './conformance/progress.ts'
import { recordings, recordingsIn } from './conformance/recordings.ts'
import { reportOf, sumOf } from './conformance/report.ts'

/** Compares what we decide with what the real components decided, file by file; see `--help`. */
const baselinePath = path.join(import.meta.dirname, 'baseline.json')

async function conformance(words: readonly string[]): Promise<number> {
  const options = readOptions(words)
  if (typeof options === 'string') return refuse(options)
  if (options.help) return say(usage)
  if (!existsSync(recordings)) {
    process.stderr.write(
      `There are no recordings in ${recordings}, so nothing is compared. Set BREAKWATER_CONFORMANCE to their folder.\n`,
    )
    return options.json ? say('[]\n') : 0
  }
  const chosen = recordingsIn(recordings).filter(({ file, kind }) => {
    const only = options.only?.replace(/\/$/, '')
    return only === undefined || file === only || kind === only || file.startsWith(`${only}/`)
  })
  if (chosen.length === 0) return refuse(`There is nothing called “${options.only}” in ${recordings}.`)

  const baseline = readBaseline(baselinePath)
  const measured: (Measured & { readonly fell?: string })[] = []
  const progress = onTerminal(process.stderr)
  for (const recording of chosen) {
    const figures = await measure(recordings, recording, {
      first: options.first,
      tell: lines => progress.show(recording.file, lines),
    })
    progress.clear()
    const fell = fallBelow(figures, baseline) ?? (options.strict ? fallShort(figures) : undefined)
    measured.push({ ...figures, ...(fell !== undefined && { fell }) })
    if (!options.json) process.stdout.write(reportOf(figures))
  }
  if (options.update) raise(baselinePath, baseline, measured)
  if (options.json) say(`${JSON.stringify(measured, null, 2)}\n`)
  else say(sumOf(measured))
  const fallen = measured.flatMap(({ fell }) => fell ?? [])
  for (const sentence of fallen) process.stderr.write(`${sentence}\n`)
  return fallen.length === 0 ? 0 : 1
}

function say(text: string): 0 {
  process.stdout.write(text)
  return 0
}

function refuse(sentence: string): 2 {
  process.stderr.write(`conformance: ${sentence}\n`)
  return 2
}

process.exitCode = await conformance(process.argv.slice(2))
