import { violations } from './axe.ts'
import { expect, test } from './quiet-test.ts'
import { workbench } from './workbench.ts'

const path = '/labs/cks/audit-the-secrets'

test('the tour comes once, goes by keyboard, takes no focus and is never seen again', async ({ page }) => {
  await page.goto(path)
  const tour = page.getByRole('dialog', { name: /^Tour/ })
  await expect(tour).toHaveAccessibleName('Tour, step 1 of 4')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await expect(page.getByRole('status').filter({ hasText: 'Tour, step 1 of 4.' })).toHaveCount(1)
  expect(await violations(page)).toEqual([])

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(tour.getByRole('button', { name: 'End tour' })).toBeFocused()
  await page.keyboard.press('Tab')
  for (const step of [2, 3, 4]) {
    await page.keyboard.press('Enter')
    await expect(tour).toHaveAccessibleName(`Tour, step ${step} of 4`)
  }
  await page.keyboard.press('Escape')
  await expect(tour).toBeHidden()

  await page.reload()
  await workbench(page)
  await expect(page.locator('[data-tour]')).toHaveCount(0)
  await page.goto('/labs/cks/write-a-seccomp-profile')
  await workbench(page)
  await expect(page.locator('[data-tour]')).toHaveCount(0)
})

test('whoever works on meanwhile is not held up', async ({ page }) => {
  await page.goto(path)
  const tour = page.getByRole('dialog', { name: /^Tour/ })
  await expect(tour).toBeVisible()
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByRole('region', { name: 'Check results' }).locator('.sum')).toContainText('points')
  await expect(tour).toBeVisible()
  await tour.getByRole('button', { name: 'End tour' }).click()
  await expect(tour).toBeHidden()
})
