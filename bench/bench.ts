import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { builtInLabs } from '#packs/library.ts'
import { checks } from './checks.ts'
import { coldStart, warmStart } from './cold-start.ts'
import { discrimination } from './discrimination.ts'
import { examTogether, grading } from './exam.ts'
import { falco } from './falco.ts'
import { typing, workerSize } from './findings.ts'
import { firstLoad } from './first-load.ts'
import { largePack } from './large-pack.ts'
import { newLearner } from './learner.ts'
import { alone, together } from './load.ts'
import { podSecurity } from './pod-security.ts'
import { pods } from './pods.ts'
import { rates } from './rates.ts'
import { residentMegabytes, startServer } from './server.ts'
import { worstInputs } from './worst-input.ts'

/**
 * Prints how fast and how large the program is, beside what is wanted, and stores it in bench/results/.
 * `--cold` also measures a start from a fresh clone (minutes; needs the network).
 */
const lab = 'cks/audit-the-secrets'
const crowd = { candidates: 200, every: 5_000, seconds: 40, ending: 50 }
const wantedOfCrowd = 'p99 ≤ 250, none failed, kept or counted too few'
const data = mkdtempSync(path.join(tmpdir(), 'breakwater-bench-'))
const figures: Record<string, unknown> = {}
const tell = (name: string, value: unknown, wanted: string) => {
  figures[name] = value
  console.log(`${name}: ${JSON.stringify(value)}${wanted ? `   (wanted: ${wanted})` : ''}`)
}

try {
  tell('machine', `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}`, '')
  for (const [id, row] of Object.entries(await checks(300))) tell(`check in the engine, ms: ${id}`, row, 'p99 ≤ 25')
  tell('Pods measured against restricted:latest a second', podSecurity(500_000), '≥ 500 000')
  tell('Pods from JSON to the API server’s answer a second', pods(3_000), '≥ 20 000')
  const { 'load 100 rules': loading, ...alerting } = falco(200)
  tell('Falco: 100 rules loaded, ms', loading, '≤ 30')
  tell('Falco: events of a mixed stream a second', alerting, '≥ 500 000 against 30 rules')
  for (const { name, value, wanted } of rates()) tell(name, value, wanted)
  for (const [id, row] of Object.entries(worstInputs())) tell(`worst 64 KiB, ms: ${id}`, row, '≤ 250')
  tell('built-in labs proved by their attempts', await discrimination((await builtInLabs()).labs), '100 % both, ≤ 15 s')
  const { labs, ...reading } = await largePack(100)
  tell('a pack of 100 labs read from its archive', reading, '')
  tell('a pack of 100 labs proved by its attempts', await discrimination(labs), '100 % both')
  tell('JS of the findings worker, KB gzip', await workerSize(), '≤ 150 each')
  if (process.argv.includes('--cold')) tell('cold start from a fresh clone, s', await coldStart(), '')
  tell('warm start (npm start again) to the URL, s', await warmStart(), '< 4')

  const server = await startServer(3457, data)
  tell('server process to first answer, ms', Math.round(server.firstAnswer), '')
  tell('RSS at start, MB', residentMegabytes(server.process.pid ?? 0), '≤ 250')
  for (const [page, wanted] of [
    ['/', ''],
    ['/lessons', ''],
    ['/lessons/seccomp', '≤ 150'],
    ['/labs', ''],
    [`/labs/${lab}`, '≤ 160 before its lazy parts'],
    ['/progress', ''],
  ] as const) {
    tell(`first-load JS, KB gzip: ${page}`, await firstLoad(server.url, page), wanted)
  }
  tell('findings while typing, 200 lines, ms', await typing(server.url, lab, 200), 'key to mark p99 ≤ 100')
  tell('command round trip alone, ms', await alone(server.url, lab, 400), 'p99 ≤ 40')
  tell(
    'command round trip, 200 learners, one every 5 s each, ms',
    await together(server.url, lab, { learners: 200, every: 5_000, seconds: 40 }),
    'p99 ≤ 250, none failed',
  )
  for (let i = 0; i < 299; i++) await newLearner(server.url, lab)
  tell('RSS after 500 attempts, MB', residentMegabytes(server.process.pid ?? 0), '')
  await server.stop()

  const hall = await startServer(3460, path.join(data, 'exams'))
  tell(
    '200 candidates in one exam, a command every 5 s each, ms, MB, s',
    await examTogether(hall, crowd),
    wantedOfCrowd,
  )
  tell('grading an exam of eight solved tasks, ms', await grading(hall.url, 5), 'max ≤ 1000')
  await hall.stop()
} finally {
  rmSync(data, { recursive: true, force: true })
}

mkdirSync('bench/results', { recursive: true })
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const file = `bench/results/${new Date().toISOString().slice(0, 10)}-${commit}.json`
writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
console.log(`stored in ${file}`)
