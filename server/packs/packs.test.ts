import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ProofRow } from '#engine/grade/pack-view.ts'
import { writeArchive } from '#packs/archive/write-archive.ts'
import { smallPack } from '#packs/fixtures/small-pack.ts'
import { bundleWorker } from '#sessions/fixtures/bundle-worker.ts'
import { createSessions } from '#sessions/pool.ts'
import { check } from '../attempts/check.ts'
import { openAttempt, startAgain, viewAttempt } from '../attempts/open-attempt.ts'
import { packsFolder } from '../data-folder.ts'
import { database } from '../database/client.ts'
import { furnish, house } from '../house.ts'
import { newLearner } from '../learner-cookie.ts'
import { exportOf, progressOf } from '../progress.ts'
import { migrate } from '../start/migrate.ts'
import { installPack, removePack } from './install-pack.ts'
import { listPacks } from './list-packs.ts'
import { packFile, packView } from './pack-view.ts'
import { followProof, runningProof, startProof, stopProof } from './proof-run.ts'
import { type AskedProof, provePack } from './prove-pack.ts'
import { tryLab } from './try-lab.ts'

let folder: string
let workers: { readonly shell: URL; readonly prove: URL }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'breakwater-house-'))
  process.env.BREAKWATER_DATA = folder
  await migrate({ folder, migrations: 'prisma/migrations' })
  workers = {
    shell: await bundleWorker('sessions/worker.ts'),
    prove: await bundleWorker('sessions/prove-worker.ts'),
  }
  restart()
})
afterAll(async () => {
  await house().sessions.close()
  await database().$disconnect()
  rmSync(folder, { recursive: true, force: true })
})

/** All that is in memory is lost. */
function restart() {
  furnish({
    sessions: createSessions({ workerUrl: workers.shell, limits: { threads: 1 } }),
    proving: { busy: false, workerUrl: workers.prove },
  })
}

async function install(id: string, changed: Readonly<Record<string, string | null>> = {}): Promise<string> {
  const answer = await installPack(writeArchive(id, await smallPack(changed), 'zip'), `${id}.zip`)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.pack.hash
}

test('attempts keep the version they began with, and stay readable when it is removed', async () => {
  const learner = newLearner()
  const first = await install('mine')
  const begun = await openAttempt(learner, 'mine/word')
  if (begun === null) throw new Error('no attempt')
  const graded = await check(learner, { attempt: begun.id, after: 0 })
  expect(graded.ok && graded.report.report.earned).toBe(0)

  const second = await install('mine', { 'word/task.md': 'Another task.\n' })
  expect(second).not.toBe(first)
  expect((await openAttempt(learner, 'mine/word'))?.task).toBe(begun.task)
  const again = await startAgain(learner, 'mine/word')
  expect(again.ok && again.view.task).toBe('Another task.\n')

  expect(await removePack('mine', second)).toEqual({ ok: true })
  expect(await removePack('mine', first)).toEqual({ ok: true })
  expect(await readdir(packsFolder())).toEqual([])
  await house().sessions.close()
  restart()
  expect((await house().library()).find('mine/word')).toBeUndefined()
  const kept = await viewAttempt(learner, begun.id)
  expect([kept?.task, kept?.report?.report.verdicts.length]).toEqual([begun.task, 2])
  const gradedAgain = await check(learner, { attempt: begun.id, after: kept?.head.seq ?? 0 })
  expect(gradedAgain.ok).toBe(true)
  // Whoever follows a link to it gets the newest attempt, and nobody else gets a new one.
  expect((await openAttempt(learner, 'mine/word'))?.task).toBe('Another task.\n')
  expect(await openAttempt(newLearner(), 'mine/word')).toBeNull()
  expect((await progressOf(learner)).recent.map(({ lab, attempts }) => [lab.id, attempts])).toEqual([['mine/word', 2]])
  expect(JSON.stringify(await exportOf(learner))).toContain(begun.id)
})

describe('what Studio shows', () => {
  test('packs with their versions', async () => {
    const hash = await install('shown')
    const { packs, findings, folder: at } = await listPacks()
    expect([findings, at]).toEqual([[], join(folder, 'packs')])
    expect(packs.map(({ id, origin, offered, findings }) => ({ id, origin, offered, findings }))).toEqual([
      { id: 'cks', origin: 'built-in', offered: true, findings: 0 },
      { id: 'shown', origin: 'archive', offered: true, findings: 0 },
    ])
    const view = await packView('shown', hash)
    expect(view?.contents).toEqual([
      expect.objectContaining({
        id: 'shown/word',
        slug: 'word',
        variants: 2,
        right: ['pass/solution.sh'],
        wrong: ['fail/profile.removed.sh', 'fail/word.another.sh'],
      }),
    ])
    expect(view?.files.map(({ path }) => path)).toContain('word/task.md')
    expect((await packView('cks'))?.contents.length).toBe((await house().builtIn()).labs.length)
    expect(await packView('shown', 'none')).toBeNull()
    expect(await packFile('shown', 'pack.yaml', hash)).toMatchObject({ ok: true })
    for (const path of ['../../breakwater.db', '/etc/passwd', '__proto__', 'word'])
      expect(await packFile('shown', path)).toMatchObject({ ok: false, refused: 'not-found' })
    expect(await removePack('cks', '')).toMatchObject({ ok: false, refused: 'not-found' })
  })

  test('the line of each fault of an upload that was not taken', async () => {
    const files = await smallPack({ 'pack.yaml': 'title: A\nverzion: 1.0.0\nlicence: MIT\nauthors: [A]\n' })
    const answer = await installPack(writeArchive('faulty', files, 'tgz'), 'faulty.tgz')
    expect(answer).toMatchObject({
      ok: false,
      refused: 'invalid',
      say: 'Nothing was installed: the pack has 2 faults.',
      faults: [
        { file: 'faulty/pack.yaml', line: 1, message: '`version` is missing.' },
        { file: 'faulty/pack.yaml', line: 2, text: 'verzion: 1.0.0' },
      ],
    })
  })
})

describe('a proof', () => {
  const prove = async (asked: AskedProof, { signal } = new AbortController(), each?: (row: ProofRow) => void) => {
    const rows: ProofRow[] = []
    const answer = await provePack(
      asked,
      row => {
        rows.push(row)
        each?.(row)
      },
      signal,
    )
    return { answer, rows }
  }

  test('tells every attempt, and what does not hold', async () => {
    await install('proved', { 'word/fail/word.another.sh': 'echo "$word" > /dev/null\nrm ~/.profile\n' })
    const { answer, rows } = await prove({ pack: 'proved' })
    expect(answer).toEqual({ ok: true, holds: false })
    expect(rows[0]).toEqual({ kind: 'begin', labs: ['proved/word'], attempts: 6 })
    const attempts = rows.flatMap(row => (row.kind === 'attempt' && row.variant === 1 ? [row] : []))
    expect(
      attempts
        .map(({ file, checks, holds }) => ({ file, checks, holds }))
        .toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    ).toEqual([
      { file: 'fail/profile.removed.sh', checks: { word: 'earned', profile: 'missed' }, holds: true },
      { file: 'fail/word.another.sh', checks: { word: 'missed', profile: 'missed' }, holds: false },
      { file: 'pass/solution.sh', checks: { word: 'earned', profile: 'earned' }, holds: true },
    ])
    expect(rows.filter(({ kind }) => kind === 'attempt')).toHaveLength(6)
    expect(rows.slice(-2)).toMatchObject([
      { kind: 'lab', lab: 'proved/word', holds: false },
      { kind: 'end', holds: false, cancelled: false },
    ])
  })

  test('stops an attempt that loops, and says so', async () => {
    await install('looping', { 'word/pass/solution.sh': 'while true; do :; done\n' })
    const { rows } = await prove({ pack: 'looping', lab: 'word' })
    const [row] = rows.flatMap(row => (row.kind === 'attempt' && row.file === 'pass/solution.sh' ? [row] : []))
    expect(row?.holds).toBe(false)
    expect(row?.say[0]).toBe(
      '`while true; do :; done` did not finish: Stopped after 150000 steps. A loop without an end? What it wrote so far is kept.',
    )
  })

  test('can be ended; one runs at a time', async () => {
    const control = new AbortController()
    const second: Promise<unknown>[] = []
    const { answer, rows } = await prove({ pack: 'cks' }, control, row => {
      if (row.kind === 'begin') second.push(prove({ pack: 'cks' }).then(it => it.answer))
      if (row.kind === 'attempt') control.abort()
    })
    expect(answer).toEqual({ ok: true, holds: false })
    expect(rows.map(({ kind }) => kind)).toEqual(['begin', 'attempt', 'end'])
    expect(rows.at(-1)).toMatchObject({ cancelled: true })
    expect(await Promise.all(second)).toMatchObject([{ ok: false, refused: 'too-many' }])
    expect(house().proving.busy).toBe(false)
    expect((await prove({ pack: 'nothing' })).answer).toMatchObject({ ok: false, refused: 'not-found' })
    expect((await prove({ pack: 'cks', lab: 'nothing' })).answer).toMatchObject({ ok: false, refused: 'not-found' })
  })
})

describe('the proof of a server', () => {
  /** Follows the proof that runs to its end. */
  const follow = (each?: (row: ProofRow) => void) =>
    new Promise<readonly ProofRow[]>(done => {
      const rows: ProofRow[] = []
      followProof(row => {
        rows.push(row)
        each?.(row)
        if (row.kind === 'end') done(rows)
      })
    })
  const settled = () => vi.waitFor(() => expect([runningProof(), house().proving.busy]).toEqual([undefined, false]))

  test('goes on when nobody looks, is told whole to who comes late, and kept as long as the lab stays as it is', async () => {
    const hash = await install('kept')
    expect(await startProof({ pack: 'kept' })).toEqual({ ok: true })
    expect(runningProof()).toEqual({ pack: 'kept', hash })
    expect(await startProof({ pack: 'kept', lab: 'word' })).toMatchObject({ ok: false, refused: 'too-many' })
    followProof(() => {})?.()
    const late: Promise<readonly ProofRow[]>[] = []
    const first = await follow(row => void (row.kind === 'attempt' && late.push(follow())))
    expect(late).toHaveLength(6)
    for (const rows of await Promise.all(late)) expect(rows).toEqual(first)
    await settled()
    expect(followProof(() => {})).toBeUndefined()
    expect(stopProof()).toMatchObject({ ok: false, refused: 'not-found' })

    const proofOf = async (hash: string) => (await packView('kept', hash))?.contents[0]?.proof
    expect(await proofOf(hash)).toMatchObject({ verdict: { holds: true, idle: 0, shortfalls: [] } })
    expect((await proofOf(hash))?.attempts).toHaveLength(6)
    const changed = await install('kept', { 'word/task.md': 'Another task.\n' })
    expect([await proofOf(changed), (await proofOf(hash))?.verdict?.holds]).toEqual([undefined, true])
    const { packs } = await listPacks()
    expect(packs.filter(({ id }) => id === 'kept').map(({ proved }) => proved)).toEqual([
      { holds: 0, differs: 0 },
      { holds: 1, differs: 0 },
    ])
    // What is no part of a lab takes no proof away.
    const same = await install('kept', { 'pack.yaml': 'title: A\nversion: 2.0.0\nlicence: MIT\nauthors: [A]\n' })
    expect((await proofOf(same))?.verdict?.holds).toBe(true)
  })

  test('is stopped by whoever may, and what was tried is kept', async () => {
    expect(await startProof({ pack: 'cks' })).toEqual({ ok: true })
    const rows = await follow(row => void (row.kind === 'attempt' && stopProof()))
    expect(rows.map(({ kind }) => kind)).toEqual(['begin', 'attempt', 'end'])
    expect(rows.at(-1)).toMatchObject({ holds: false, cancelled: true })
    expect([runningProof(), stopProof().ok]).toEqual([undefined, false])
    // The next one can begin at once.
    expect(await startProof({ pack: 'kept', lab: 'word' })).toEqual({ ok: true })
    stopProof()
    await settled()
    const [lab] = (await packView('cks'))?.contents.filter(({ proof }) => proof !== undefined) ?? []
    expect([lab?.proof?.attempts.length, lab?.proof?.verdict]).toEqual([1, undefined])
    expect(await startProof({ pack: 'nothing' })).toMatchObject({ ok: false, refused: 'not-found' })
  })
})

test('who tries a lab meets the version that is offered', async () => {
  const learner = newLearner()
  expect(await tryLab(learner, 'tried/word')).toMatchObject({ ok: false, refused: 'not-found' })
  await install('tried')
  expect(await tryLab(learner, 'tried/word')).toEqual({ ok: true })
  const first = await openAttempt(learner, 'tried/word')
  expect(await tryLab(learner, 'tried/word')).toMatchObject({ ok: true })
  expect((await openAttempt(learner, 'tried/word'))?.id).toBe(first?.id)
  await install('tried', { 'word/task.md': 'Another task.\n' })
  expect((await openAttempt(learner, 'tried/word'))?.task).toBe(first?.task)
  expect(await tryLab(learner, 'tried/word')).toMatchObject({ ok: true })
  expect((await openAttempt(learner, 'tried/word'))?.task).toBe('Another task.\n')
})

test('a folder that was put there by hand is found by what it is, for its hash changes', async () => {
  const files = await smallPack()
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(packsFolder(), 'by-hand', path)), { recursive: true })
    await writeFile(join(packsFolder(), 'by-hand', path), text)
  }
  await vi.waitFor(async () => expect(await packView('by-hand', 'folder')).toMatchObject({ origin: 'folder' }), 5000)
  expect(await packView('shown', 'folder')).toBeNull()
})

test('the same lab in two packs is two labs', async () => {
  const learner = newLearner()
  const packs = ['one', 'two']
  for (const id of packs) await install(id)
  for (const id of packs) expect((await openAttempt(learner, `${id}/word`))?.lab.id).toBe(`${id}/word`)
  for (const id of packs) for (const { hash } of await versionsOf(id)) await removePack(id, hash)
  expect((await progressOf(learner)).recent.map(({ lab }) => lab.id).toSorted()).toEqual(['one/word', 'two/word'])
})

async function versionsOf(id: string) {
  return (await listPacks()).packs.filter(it => it.id === id)
}
