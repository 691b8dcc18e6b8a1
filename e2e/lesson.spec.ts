import { expect, test } from './quiet-test.ts'

const lesson = '/lessons/audit-logging'

test('a request is asked of a policy by keyboard, and the deciding lines are lit', async ({ page }) => {
  await page.goto(lesson)
  const widget = page.locator('.ask')
  await expect(widget.getByText('rule 3, lines 10 to 13')).toBeVisible()

  await widget.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(widget.getByText('rule 4, lines 14 to 19')).toBeVisible()
  await expect(widget.locator('.l-lit')).toHaveCount(6)
  await expect(widget.locator('.l-dim')).toHaveCount(4)
  await expect(widget.getByText('Rule 3 is for secrets or configmaps, not for pods.')).toBeVisible()

  const what = widget.getByLabel('Resource/name')
  await what.fill('secret/db')
  await page.keyboard.press('Enter')
  await expect(widget.getByRole('alert')).toHaveText(/plural/)
  await what.fill('nodes/node01')
  await widget.getByLabel('Namespace').fill('')
  await page.keyboard.press('Enter')
  await expect(widget.getByText('no rule. A request that no rule matches is not logged.')).toBeVisible()
  await expect(widget.getByRole('alert')).toHaveCount(0)
  await expect(widget.locator('.l-lit, .l-dim')).toHaveCount(0)
})

test('one lesson leads to the next, and a finding to its lesson', async ({ page }) => {
  await page.goto(lesson)
  await page.getByRole('link', { name: /^Previous lesson/ }).click()
  await expect(page).toHaveURL(/\/lessons\/seccomp$/)
  await page.goto('/search?q=rule%20never%20decides')
  await page.getByRole('link', { name: 'A rule never decides', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A rule never decides')
  await page.getByRole('link', { name: /^Audit logging/ }).click()
  await expect(page).toHaveURL(new RegExp(`${lesson}$`))
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the first answer is in the page', async ({ page }) => {
    await page.goto(lesson)
    await expect(page.locator('.ask').getByText('rule 3, lines 10 to 13')).toBeVisible()
  })
})
