import { violations } from './axe.ts'
import { expect, test } from './quiet-test.ts'

test('an example is loaded, asked, broken, mended and shared, and nothing of it is sent', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/playground/audit-policy')
  await page.getByRole('button', { name: 'Secrets without their text' }).click()
  const decision = page.locator('.decision')
  await expect(decision.getByText('rule 2, lines 9 to 12')).toBeVisible()
  await expect(page.locator('.pg-sheet .l-lit')).toHaveCount(4)

  const sent: string[] = []
  page.on('request', it => sent.push(`${it.method()} ${it.url()} ${it.postData() ?? ''}`))
  await page.getByLabel('User').fill('mallory-of-the-playground')
  await page.getByLabel('Resource/name').fill('pods/web-0')
  await page.getByLabel('Verb').selectOption('delete')
  await expect(decision.locator('b')).toHaveText('RequestResponse')
  expect(await violations(page)).toEqual([])

  const text = page.getByLabel('Your audit policy')
  const good = await text.inputValue()
  await text.fill(`${good}  - level: [`)
  await expect(decision.getByText('cannot be read; showing the answer as of a moment ago')).toBeVisible()
  await expect(decision.locator('b')).toHaveText('RequestResponse')
  await expect(page.locator('.pg-sheet .l-lit')).toHaveCount(0)
  await text.fill(good)
  await expect(page.locator('.pg-sheet .l-lit')).toHaveCount(3)

  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await context.newPage()
  other.on('request', it => sent.push(`${it.method()} ${it.url()} ${it.postData() ?? ''}`))
  await other.goto(link)
  await expect(other.getByLabel('User')).toHaveValue('mallory-of-the-playground')
  await expect(other.locator('.decision b')).toHaveText('RequestResponse')
  await other.getByLabel('Your audit policy').fill('')
  await expect(other).not.toHaveURL(/#/)
  expect(sent.filter(it => /mallory|omitStages|#1\./.test(it))).toEqual([])
})

test('a broken link is told of, and the page works', async ({ page }) => {
  await page.goto('/playground/seccomp#1.AAAA')
  await expect(page.getByText('This link cannot be read')).toBeVisible()
  await page.getByRole('button', { name: 'All but a few calls are allowed' }).click()
  await expect(page.locator('.decision b')).toHaveText('refused with EPERM')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  for (const kind of ['audit-policy', 'seccomp', 'network-policy', 'rbac', 'pod-security', 'apparmor']) {
    test(`${kind} decides`, async ({ page }) => {
      await page.goto(`/playground/${kind}`)
      await page.locator('.pg-none').getByRole('button').first().tap()
      await expect(page.locator('.decision .why .is-now')).not.toHaveCount(0)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    })
  }
})
