import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

test('hints open one at a time and are counted', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.task.getByRole('tab', { name: /Hints 0 of 12/ }).click()
  await expect(lab.task.getByText('Hint 2')).toHaveCount(5)
  await expect(lab.task.getByText('Which rule of the policy takes every request')).toBeHidden()
  await lab.task
    .getByRole('button', { name: /Open hint 1/ })
    .first()
    .click()
  await expect(lab.task.getByText('Which rule of the policy takes every request')).toBeVisible()
  await expect(lab.task.getByRole('tab', { name: /Hints 1 of 12/ })).toBeVisible()
  await lab.task.getByRole('button', { name: /Open hint 2/ }).click()
  await expect(lab.task.getByText('A request across all namespaces has an empty namespace.')).toBeVisible()
  await page.reload()
  await lab.task.getByRole('tab', { name: /Hints 2 of 12/ }).click()
  await expect(lab.task.getByText('A request across all namespaces has an empty namespace.')).toBeVisible()
  await page.goto('/progress')
  await expect(
    page
      .getByRole('row', { name: /Audit the Secrets/ })
      .getByRole('cell')
      .nth(5),
  ).toHaveText('2')
})

test('giving up is asked about, shows the solution, and is remembered', async ({ page }) => {
  const lab = await openLab(page, 'write-a-seccomp-profile')
  await expect(lab.task.getByRole('tab', { name: 'Solution' })).toHaveCount(0)
  await lab.task.getByRole('tab', { name: /Hints/ }).click()
  await lab.task.getByRole('button', { name: 'Give up and see the solution…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Give up this lab?' })
  await dialog.getByRole('button', { name: 'Go on with the lab' }).click()
  await expect(dialog).toBeHidden()
  await expect(lab.task.getByRole('tab', { name: 'Solution' })).toHaveCount(0)

  await lab.task.getByRole('button', { name: 'Give up and see the solution…' }).click()
  await dialog.getByRole('button', { name: 'Give up', exact: true }).click()
  await expect(lab.task.getByRole('tab', { name: 'Solution' })).toHaveAttribute('aria-selected', 'true')
  await expect(lab.task).toContainText('One way to do it')
  await expect(lab.task).toContainText('SCMP_ACT_LOG')
  await page.reload()
  await lab.task.getByRole('tab', { name: 'Solution' }).click()
  await expect(lab.task).toContainText('SCMP_ACT_LOG')
  await page.goto('/progress')
  await expect(page.getByRole('row', { name: /Write a seccomp profile/ })).toContainText('Solution opened')
})
