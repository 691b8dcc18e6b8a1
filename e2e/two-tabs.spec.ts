import { expect, test } from './quiet-test.ts'
import { openLab, workbench } from './workbench.ts'

const conflict = 'Another tab went on with this lab. Reload to go on here.'

test('the tab that fell behind is told, reloads and goes on; nothing is done twice', async ({ page, context }) => {
  // A conflict is an answer with the status 409, which the console notes.
  const one = await openLab(page, 'audit-the-secrets')
  const second = await context.newPage()
  const two = await openLab(second, 'audit-the-secrets')

  await one.type('echo one > /tmp/by')
  await second.getByRole('button', { name: /check my work/i }).click()
  await expect(second.getByText(conflict)).toBeVisible()
  await expect(two.results).toContainText('No checks yet')
  await second.getByRole('button', { name: 'Reload the lab' }).click()
  await expect(second.getByText(conflict)).toBeHidden()
  await two.prompt()
  expect(await two.screen()).toContain('echo one > /tmp/by')
  await two.type('cat /tmp/by; echo two > /tmp/by')
  expect(await two.screen()).toContain('\none\n')
  await two.check()

  // Now the first one is behind, with a text in its editor that only it knows.
  await one.write('# typed in the first tab\n')
  await expect(page.getByText(conflict)).toBeVisible()
  await page.getByRole('button', { name: 'Reload the lab' }).click()
  await expect(page.getByText(conflict)).toBeHidden()
  expect(await one.shown()).toBe('# typed in the first tab\n')
  await one.prompt()
  await one.type('cat /tmp/by')
  expect(await one.screen()).toContain('\ntwo\n')
})

test('a tab that missed a reset is told, and does not bring back what was put away', async ({
  page,
  context,
  tolerate,
}) => {
  tolerate(/status of 409/)
  const one = await openLab(page, 'audit-the-secrets')
  await one.type('echo old > /tmp/old')
  const second = await context.newPage()
  const two = await openLab(second, 'audit-the-secrets')
  expect(await two.screen()).toContain('echo old')

  await page.getByRole('button', { name: 'Reset…' }).click()
  await page.getByRole('button', { name: 'Reset the lab' }).click()
  await expect(one.status).toContainText('Saved')
  await one.prompt()

  await two.terminal.locator('.xterm-screen').click()
  await second.keyboard.type('echo late >> /tmp/old')
  await second.keyboard.press('Enter')
  await expect(second.getByText(conflict)).toBeVisible()
  expect(await two.screen()).toContain('This attempt was changed in another tab.')
  await second.reload()
  const again = await workbench(second)
  expect(await again.screen()).toBe('candidate@base:~$')
  await again.type('cat /tmp/old')
  expect(await again.screen()).toContain('No such file or directory')
})
