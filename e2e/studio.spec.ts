import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { rawTgz, rawZip } from '../packs/fixtures/raw-archives.ts'
import { type OwnServer, ownServer } from './own-server.ts'
import { expect, test } from './quiet-test.ts'
import { workbench } from './workbench.ts'

let server: OwnServer
let drafts: string
test.beforeAll(async () => {
  drafts = mkdtempSync(path.join(tmpdir(), 'breakwater-drafts-'))
  server = await ownServer()
  await server.start()
})
test.afterAll(async () => {
  await server.remove()
  rmSync(drafts, { recursive: true, force: true })
})

const lab = 'harden-the-api-server'
const open = (page: Page, address: string) => page.goto(`${server.url}${address}`)
const main = (page: Page) => page.getByRole('main')
const problems = (page: Page, name: string | RegExp) => page.getByRole('list', { name }).getByRole('listitem')
const brought = (page: Page) => page.getByRole('region', { name: 'Packs that were brought' })
/** Everything in the folder of packs, what is hidden too; the folder need not be there. */
const inPacks = () => {
  const folder = path.join(server.data, 'packs')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Until a page says it: what lies in the folder of packs is looked at again within a second or two. */
async function reloadUntil(page: Page, holds: () => Promise<boolean>) {
  await expect(async () => {
    if (await holds()) return
    await page.reload()
    expect(await holds()).toBe(true)
  }).toPass({ timeout: 15_000, intervals: [500] })
}

/** The example pack under another id, with files changed, as an archive that `breakwater lab pack` writes. */
function archive(id: string, name: string, changes: Readonly<Record<string, (text: string) => string>> = {}): string {
  const folder = path.join(mkdtempSync(path.join(drafts, 'a-')), id)
  cpSync('docs/example-pack', folder, { recursive: true })
  for (const [file, change] of Object.entries(changes)) edit(path.join(folder, file), change)
  const written = path.join(path.dirname(folder), name)
  execFileSync(process.execPath, ['dist/breakwater.mjs', 'lab', 'pack', folder, '-o', written])
  return written
}

function edit(file: string, change: (text: string) => string) {
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`Nothing changes in ${file}.`)
  writeFileSync(file, after)
}

async function upload(page: Page, file: string) {
  await page.getByLabel('Choose an archive').setInputFiles(file)
}

test('a folder becomes a pack: practised, broken, repaired, upgraded under a running attempt, and taken away', async ({
  page,
  somebody,
  tolerate,
}) => {
  test.setTimeout(180_000)
  tolerate(/status of 404/)
  const folder = path.join(server.data, 'packs', 'harbour')
  cpSync('docs/example-pack', folder, { recursive: true })
  await open(page, '/studio')
  const row = brought(page).getByRole('row', { name: /harbour/ })
  await reloadUntil(page, async () => (await row.count()) > 0)
  await expect(row).toContainText(/folder\s*yes\s*2\s*not proved\s*none/)

  await row.getByRole('link').click()
  await page.getByRole('button', { name: 'Prove this pack' }).click()
  await expect(main(page).getByRole('status')).toHaveText('The proof holds.', { timeout: 60_000 })
  await page.reload()
  await expect(main(page).getByText('the proof holds')).toHaveCount(2)
  await open(page, '/studio')
  await expect(row).toContainText('holds')

  await open(page, `/studio/harbour/${lab}`)
  await expect(page.getByRole('region', { name: 'Proof, attempt by attempt' })).toContainText('earns')
  await page.getByRole('button', { name: 'Try as a learner' }).click()
  await page.waitForURL(`**/labs/harbour/${lab}`)
  const bench = await workbench(page)
  await bench.type('echo begun > /tmp/begun')
  const task = await bench.task.innerText()

  // Broken: told by file and line, and learners get it no more; who has begun goes on.
  edit(path.join(folder, lab, 'lab.yaml'), it => it.replace('points:', 'point:'))
  await open(page, '/studio/harbour')
  await reloadUntil(page, async () => (await problems(page, 'Faults').count()) > 0)
  await expect(main(page)).toContainText('Learners do not get this version, because it has faults.')
  const fault = problems(page, 'Faults').filter({ hasText: 'Unknown key point' })
  await fault.getByRole('link', { name: new RegExp(`^${lab}/lab\\.yaml:\\d+$`) }).click()
  await expect(page.locator('.l-lit')).toContainText('point:')
  await expect(page.locator('.l-lit')).toBeInViewport()
  const other = await somebody()
  expect((await open(other, `/labs/harbour/${lab}`))?.status()).toBe(404)
  await open(page, `/labs/harbour/${lab}`)
  expect((await (await workbench(page)).task.innerText()).length).toBe(task.length)

  // Repaired and changed: the attempt keeps what it began with, a new one gets what is new.
  edit(path.join(folder, lab, 'lab.yaml'), it => it.replace('point:', 'points:'))
  edit(path.join(folder, lab, 'task.md'), it => `${it}\nThe harbour has a new wall.\n`)
  await open(page, '/studio/harbour')
  await reloadUntil(page, async () => (await problems(page, 'Faults').count()) === 0)
  await expect(main(page).getByRole('listitem').filter({ hasText: lab }).last()).toContainText('not proved')
  await open(page, `/labs/harbour/${lab}`)
  await expect((await workbench(page)).task).not.toContainText('a new wall')
  await open(other, `/labs/harbour/${lab}`)
  await expect((await workbench(other)).task).toContainText('The harbour has a new wall.')
  await open(page, `/studio/harbour/${lab}`)
  await page.getByRole('button', { name: 'Try as a learner' }).click()
  await page.waitForURL(`**/labs/harbour/${lab}`)
  await expect((await workbench(page)).task).toContainText('The harbour has a new wall.')

  // Taken away: the attempt can still be read.
  rmSync(folder, { recursive: true })
  await open(page, '/studio')
  await reloadUntil(page, async () => (await row.count()) === 0)
  await open(page, '/progress')
  await page
    .getByRole('link', { name: /Two findings of a benchmark/ })
    .first()
    .click()
  await page.waitForURL(`**/labs/harbour/${lab}`)
  await expect((await workbench(page)).task).toContainText('The harbour has a new wall.')
})

test('archives are installed side by side, and removed one by one', async ({ page, somebody }) => {
  test.setTimeout(120_000)
  await open(page, '/studio')
  await upload(page, archive('pier', 'pier.tgz'))
  await expect(main(page)).toContainText('“An example pack” 1.0.0 is installed, with 2 labs.')
  const other = await somebody()
  await open(other, `/labs/pier/${lab}`)
  await expect((await workbench(other)).task).not.toContainText('a second berth')

  const newer = archive('pier', 'pier.zip', {
    'pack.yaml': it => it.replace('1.0.0', '1.1.0'),
    [`${lab}/task.md`]: it => `${it}\nThere is a second berth.\n`,
  })
  await upload(page, newer)
  await expect(main(page)).toContainText('“An example pack” 1.1.0 is installed')
  const rows = brought(page).getByRole('row', { name: /pier/ })
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(0)).toContainText(/1\.1\.0.*yes/)
  await expect(rows.nth(1)).toContainText(/1\.0\.0.*no, it is older/)
  await open(page, `/labs/pier/${lab}`)
  await expect((await workbench(page)).task).toContainText('There is a second berth.')
  await open(other, `/labs/pier/${lab}`)
  await expect((await workbench(other)).task).not.toContainText('a second berth')

  await open(page, '/studio')
  await rows.nth(1).getByRole('link').click()
  await expect(main(page)).toContainText('This version is older. They get version 1.1.0.')
  await main(page).getByRole('link', { name: 'Version 1.1.0', exact: true }).click()
  for (const [version, afterwards] of [
    ['1.1.0', 'Learners get version 1.0.0 from then on.'],
    ['1.0.0', 'Learners get no labs of this pack any more.'],
  ]) {
    await page.getByRole('link', { name: 'Remove this version…' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Remove version ${version} of “An example pack”?`)
    await expect(main(page)).toContainText('Attempts that were begun with it stay as they are')
    await expect(main(page)).toContainText(afterwards ?? '')
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.waitForURL('**/studio')
    await expect(brought(page).getByText(version ?? '')).toHaveCount(0)
    if (version === '1.1.0') await rows.getByRole('link').click()
  }
  expect(inPacks()).toEqual([])
  await open(other, '/progress')
  await other
    .getByRole('link', { name: /Two findings of a benchmark/ })
    .first()
    .click()
  await expect((await workbench(other)).task).not.toContainText('a second berth')
})

test('what is no pack, or no good one, leaves nothing behind', async ({ page, tolerate }) => {
  tolerate(/status of 4(13|22)/)
  const file = (name: string, bytes: Uint8Array) => {
    const at = path.join(drafts, name)
    writeFileSync(at, bytes)
    return at
  }
  const before = inPacks()
  const entries = [{ name: 'quay/pack.yaml', content: 'title: Quay\n' }]
  await open(page, '/studio')
  const said = main(page).getByRole('status')
  for (const [name, bytes, says] of [
    ['climbs.tgz', rawTgz([...entries, { name: '../outside', content: 'x' }]), /Nothing was installed/],
    ['links.tgz', rawTgz([...entries, { name: 'quay/link', type: '2' }]), /Nothing was installed/],
    ['twice.zip', rawZip([...entries, ...entries]), /Nothing was installed/],
    ['text.zip', Buffer.from('no archive at all'), /Nothing was installed/],
    ['large.zip', Buffer.alloc(2_700_000), /large\.zip is larger than 2\.5 MiB, so it was not sent\./],
  ] as const) {
    await upload(page, file(name, bytes))
    await expect(said, name).toHaveText(says)
    await page.reload()
  }
  // The command line does not pack what has a fault.
  const example = readdirSync('docs/example-pack', { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(it => it.isFile())
    .map(it => path.join(it.parentPath, it.name))
  const faulty = example.map(at => ({
    name: at.replace('docs/example-pack', 'quay'),
    content: `${readFileSync(at, 'utf8')}${at.endsWith(`${lab}/hints.md`) ? '\n<script>alert(1)</script>\n' : ''}`,
  }))
  await upload(page, file('quay.tgz', rawTgz(faulty)))
  await expect(said).toContainText('Nothing was installed: the pack has a fault.')
  await expect(problems(page, 'Faults of the archive')).toContainText(['Raw HTML is not shown: <script.'])
  await expect(problems(page, 'Faults of the archive')).toContainText([`quay/${lab}/hints.md:`])
  const large = await page.request.post(`${server.url}/api/packs?name=x.zip`, { data: Buffer.alloc(2_700_000) })
  expect(large.status()).toBe(413)
  expect(inPacks()).toEqual(before)
  await open(page, '/studio')
  await expect(page.getByText('quay')).toHaveCount(0)
})

test('a proof is stopped, looked on again, and outlines what differs', async ({ page, tolerate }) => {
  test.setTimeout(120_000)
  tolerate(/status of 429 .*\/api\/proof/)
  cpSync('cli/fixtures/faulty/weak', path.join(server.data, 'packs', 'weak', 'weak'), { recursive: true })
  cpSync('docs/example-pack/pack.yaml', path.join(server.data, 'packs', 'weak', 'pack.yaml'))
  await open(page, '/studio/cks')
  const status = page.locator('.st-bar').getByRole('status')
  await page.getByRole('button', { name: 'Prove this pack' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(main(page)).toContainText(/\d+ of \d+ attempts/)

  // Who leaves finds it running; another one has to wait.
  await open(page, '/studio/cks/audit-the-secrets')
  await open(page, '/studio/weak/weak')
  await page.getByRole('button', { name: 'Prove this lab' }).click()
  await expect(status).toContainText('Another proof is running.')
  await open(page, '/studio/cks')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(status).toHaveText('The proof was stopped. What was tried is kept.')

  await open(page, '/studio/weak/weak')
  const table = page.getByRole('region', { name: 'Proof, attempt by attempt' })
  await expect(table.getByRole('row', { name: /word\.another/ })).toContainText('not tried')
  await expect(async () => {
    await page.getByRole('button', { name: 'Prove this lab' }).click()
    await expect(status).toContainText('The proof does not hold.', { timeout: 5_000 })
  }).toPass()
  const wrong = table.getByRole('row', { name: /word\.another/ })
  await expect(wrong.locator('.bad').getByRole('img', { name: 'earned, but should fail' })).toBeVisible()
  await expect(wrong).toContainText('word is earned by a wrong attempt: the check is too weak.')
  await expect(problems(page, 'Problems')).toContainText(['No wrong attempt fails profile.'])
  await page.reload()
  await expect(wrong.locator('.bad')).toBeVisible()
  await expect(main(page)).toContainText('as of today')
})

test('who is no instructor is refused everywhere, and gets in with the token', async ({ browser }) => {
  const token = 'a-word-for-the-harbour'
  const guarded = await ownServer({ HOST: '0.0.0.0', BREAKWATER_INSTRUCTOR_TOKEN: token })
  await guarded.start()
  const context = await browser.newContext({ baseURL: guarded.url })
  try {
    const page = await context.newPage()
    const pages = [
      '/studio',
      '/studio/cks',
      '/studio/cks?file=audit-the-secrets%2Fpass%2Fsolution.sh',
      '/studio/cks?remove=ask',
      '/studio/cks/audit-the-secrets',
      '/studio/nothing',
    ]
    for (const address of pages) {
      await page.goto(address)
      await expect(main(page), address).toContainText('only an instructor may come in')
      await expect(page.locator('.tree, .proof, .code, .st-packs'), address).toHaveCount(0)
    }
    const { request } = context
    const asked = [
      await request.post('/api/packs?name=a.zip', { data: Buffer.from('x') }),
      await request.delete('/api/packs/cks?version=0123456789abcdef'),
      await request.post('/api/proof', { data: { pack: 'cks' } }),
      await request.get('/api/proof'),
      await request.delete('/api/proof'),
    ]
    expect(asked.map(it => it.status())).toEqual([403, 403, 403, 403, 403])

    await page.goto('/studio')
    await page.getByRole('link', { name: 'Sign in as an instructor' }).click()
    await page.getByLabel('Token').fill(token)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(main(page)).toContainText('You are signed in as an instructor.')
    await page.getByRole('link', { name: 'Studio' }).click()
    await expect(main(page)).toContainText('Install a pack from an archive')
    expect((await request.get('/api/proof')).status()).toBe(404)
    const foreign = await request.post('/api/proof', {
      data: { pack: 'cks' },
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(foreign.status()).toBe(403)
  } finally {
    await context.close()
    await guarded.remove()
  }
})
