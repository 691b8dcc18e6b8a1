import { readFileSync } from 'node:fs'
import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

test('a learner takes everything away as a file, and deletes it', async ({ page, context }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('echo mine > /tmp/mine')
  await lab.check()
  await page.goto('/progress')
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save it as a file' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('breakwater.json')
  const text = readFileSync(await download.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ attempts: [{ labId: 'cks/audit-the-secrets' }] })
  expect(text).toContain('echo mine > /tmp/mine')

  const before = (await context.cookies()).find(it => it.name === 'breakwater_learner')?.value
  await page.getByRole('link', { name: /delete everything of mine/i }).click()
  await expect(page.getByRole('main')).toContainText('This deletes 1 attempt at 1 lab')
  await page.getByRole('button', { name: 'Delete everything of mine' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything of yours is deleted.')
  await page.goto('/progress')
  await expect(page.getByRole('main')).toContainText('Nothing here yet.')
  expect((await context.cookies()).find(it => it.name === 'breakwater_learner')?.value).not.toBe(before)
  const fresh = await openLab(page, 'audit-the-secrets')
  expect(await fresh.screen()).toBe('candidate@base:~$')
  await expect(fresh.results).toContainText('No checks yet')
})
