import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { builtInLabs } from '#packs/library.ts'
import { type Candidate, exported, finish, newCandidate } from './candidate.ts'
import { command, newLearner, script } from './learner.ts'
import { typeTogether } from './load.ts'
import { type Percentiles, percentiles } from './percentiles.ts'
import { type RunningServer, residentMegabytes } from './server.ts'

/** Milliseconds from the act that ends an exam of eight solved tasks to its answer, when the report is stored. */
export async function grading(url: string, count: number): Promise<Percentiles> {
  const all = await Promise.all(Array.from({ length: count }, (_, index) => solved(url, `grading-${index}`)))
  const samples: number[] = []
  for (const candidate of all) {
    samples.push(await finish(url, candidate))
    const { report } = await exported(url, candidate)
    if (report?.score !== 100) throw new Error(`eight solved tasks come to ${report?.score}`)
  }
  return percentiles(samples)
}

async function solved(url: string, word: string): Promise<Candidate> {
  const candidate = await newCandidate(url, 'hour', word)
  const { labs } = await builtInLabs()
  const { paper, attempts } = await exported(url, candidate)
  for (const [index, { lab, variant }] of paper.tasks.entries()) {
    const solution = labs.find(it => it.id === lab)?.variant(variant).solution ?? ''
    await script(url, { ...candidate, attempt: attempts[index]?.id ?? '', after: 0 }, solution)
  }
  return candidate
}

interface Crowd {
  readonly candidates: number
  readonly every: number
  readonly seconds: number
  /** How many of them end at the same moment. */
  readonly ending: number
}

/**
 * Candidates who sit one exam, each with a command every `every` milliseconds; then `ending` of them end at one moment,
 * while somebody else works on, and then all others.
 */
export async function examTogether(
  { url, data, process: { pid = 0 } }: RunningServer,
  { candidates, every, seconds, ending }: Crowd,
) {
  const all: Candidate[] = []
  const before = residentMegabytes(pid)
  for (let i = 0; i < candidates; i++) all.push(await newCandidate(url, 'hour', 'harbour'))
  const started = residentMegabytes(pid)
  const typed = await typeTogether(url, all, { every, seconds })
  const megabytes = { before, started, after: residentMegabytes(pid) }
  const first = await endTogether(url, data, all.slice(0, ending))
  const others = await endTogether(url, data, all.slice(ending))
  return {
    commands: { ...typed, ...(await losses(url, all)) },
    megabytes: { ...megabytes, graded: residentMegabytes(pid) },
    endTogether: first,
    othersEndTogether: others,
  }
}

/** How many acknowledged commands are not in the export, and how many the reports do not count. */
async function losses(url: string, all: readonly Candidate[]): Promise<{ notKept: number; notCounted: number }> {
  let [notKept, notCounted] = [0, 0]
  for (const candidate of all) {
    const { attempts, report } = await exported(url, candidate)
    const kept = attempts[0]?.steps.filter(it => it.kind === 'command').length ?? 0
    notKept += Math.abs(candidate.after - kept)
    notCounted += Math.abs(candidate.after - (report?.tasks[0]?.commands ?? 0))
  }
  return { notKept, notCounted }
}

/** Moves the ends of these exams to one moment, and waits until all are graded; seconds and milliseconds. */
async function endTogether(url: string, data: string, all: readonly Candidate[]) {
  const somebody = await newLearner(url, 'cks/audit-the-secrets')
  const client = createClient({ url: pathToFileURL(path.join(data, 'breakwater.db')).href, timeout: 10_000 })
  const ids = all.map(it => it.exam)
  const which = `"id" IN (${ids.map(() => '?').join(', ')})`
  try {
    // Later than the watch looks next, so that it knows the moment before it comes.
    const endsAt = Date.now() + 7000
    const stored = new Date(endsAt).toISOString().replace('Z', '+00:00')
    await client.execute({ sql: `UPDATE "Exam" SET "endsAt" = ? WHERE ${which}`, args: [stored, ...ids] })
    await new Promise(resolve => setTimeout(resolve, endsAt - Date.now()))
    const samples: number[] = []
    for (;;) {
      const began = performance.now()
      samples.push(await command(url, somebody, 'ls /etc/kubernetes'))
      const { rows } = await client.execute({
        sql: `SELECT count("gradedAt") AS graded, max("gradedAt") AS last FROM "Exam" WHERE ${which}`,
        args: ids,
      })
      const [row] = rows
      if (Number(row?.graded) === ids.length) {
        const last = (new Date(`${row?.last}`).getTime() - endsAt) / 1000
        return {
          exams: ids.length,
          gradedAfterSeconds: Math.round(last * 10) / 10,
          commandsMeanwhile: percentiles(samples),
        }
      }
      await new Promise(resolve => setTimeout(resolve, Math.max(0, 100 - (performance.now() - began))))
    }
  } finally {
    client.close()
  }
}
