import type { Locator, Page } from '@playwright/test'
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
  await page.getByLabel('Verb').fill('delete')
  await expect(decision.locator('b')).toHaveText('RequestResponse')
  await expect(page.getByRole('status').filter({ hasText: /^RequestResponse\. Decided by rule 3/ })).toBeAttached()
  await expect(page.locator('.cover .is-now')).toHaveText(/Rule 3, line 13/)
  await expect(page.locator('.pg-sheet .l-dim')).toHaveCount(8)
  await expect(page.locator('.pg-sheet .t-key').first()).toHaveText('apiVersion')
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

test('a link that is too long, and a text that is too long for one, are told of', async ({ page }) => {
  await page.goto(`/playground/seccomp#1.${'A'.repeat(25_000)}`)
  await expect(page.getByRole('alert').filter({ hasText: 'longer than any that is made here' })).toBeVisible()
  let seed = 1
  const noise = Array.from({ length: 60_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return String.fromCharCode(33 + (seed % 90))
  }).join('')
  await page.getByLabel('Your seccomp profile').fill(noise)
  await expect(page.getByRole('alert').filter({ hasText: 'too long for a link' })).toBeVisible()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Too long for a link' })).toBeVisible()
})

/** Goes on by the Tab key until something has the focus. */
async function tabTo(page: Page, wanted: Locator) {
  for (let step = 0; step < 60; step++) {
    if (await wanted.evaluate(it => it === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${wanted} is not reached by the Tab key`)
}

test('roles are asked by the keyboard alone: is it allowed, who can, who may bind', async ({ page }) => {
  await page.goto('/playground/rbac')
  const example = page.getByRole('button', { name: 'Rights that lead to more rights' })
  await expect(example).toBeVisible()
  await tabTo(page, example)
  await page.keyboard.press('Enter')
  const outcome = page.locator('.decision b')
  await expect(outcome).toHaveText('yes')
  await expect(page.locator('.cover .is-idle')).toHaveText(/viewer 1.*never decides/)

  await tabTo(page, page.getByLabel('Question', { exact: true }))
  await page.keyboard.type('Who')
  await tabTo(page, page.getByLabel('Verb'))
  await page.keyboard.type('bind')
  await tabTo(page, page.getByLabel('Resource/name'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('clusterroles/viewer')
  await expect(outcome).toHaveText('1 subject')
  await expect(page.getByLabel('User', { exact: true })).toHaveCount(0)
  expect(await violations(page)).toEqual([])

  await page.getByRole('radio', { name: /^bind deputy/ }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('deputy')
  await expect(outcome).toHaveText('yes')
  // From a rule of the bars into the text.
  await tabTo(page, page.getByRole('button', { name: 'deputy 2, line 9' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your roles and bindings')).toBeFocused()
})

test('who reaches whom is drawn, and said by a table', async ({ page }) => {
  await page.goto('/playground/network-policy')
  await page.getByRole('button', { name: 'What may leave and what may arrive' }).click()
  await expect(page.locator('.decision b')).toHaveText('allowed')
  await expect(page.locator('.decision .why .is-now')).toHaveCount(2)
  const reach = page.getByRole('region', { name: 'Who reaches whom', exact: true })
  await expect(reach.locator('.reach-some')).toHaveCount(2)
  await reach.getByText('As a table').click()
  await expect(reach.getByRole('row', { name: /^shop\/web-0/ })).toHaveText(/8080nono443$/)
  expect(await violations(page)).toEqual([])
})

test('a hostile text is text, a large one does not stop the page, an empty one asks nothing', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/playground/audit-policy')
  const text = page.getByLabel('Your audit policy')
  const hostile = '<img src=x onerror="document.title=1"></span></pre><script>document.title=2</script>\u202e\u0000'
  await text.fill(hostile)
  await expect(page.getByText(/cannot be read, so nothing can be asked yet/)).toBeVisible()
  expect(await page.title()).toContain('Playground')
  expect(await page.locator('.pg img, .pg script').count()).toBe(0)
  expect(await violations(page)).toEqual([])

  const rule = (at: number) => `  - level: Metadata\n    users: ["user-${at}"]\n`
  const rules = Array.from({ length: 1000 }, (_, at) => rule(at)).join('')
  const large = `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n${rules}`
  // What is pasted comes at once; what the test would fill in comes line by line.
  await page.evaluate(it => navigator.clipboard.writeText(it), large)
  await text.press('ControlOrMeta+a')
  await text.press('ControlOrMeta+v')
  await expect(page.getByText('Read 1000 rules.')).toBeVisible({ timeout: 20_000 })
  await page.getByLabel('User').fill('user-7')
  await expect(page.locator('.decision').getByText('rule 8, lines 18 to 19')).toBeVisible()

  await text.press('ControlOrMeta+a')
  await text.press('Delete')
  await expect(page.locator('.decision, .cover')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'A rule that comes too late' })).toBeVisible()
})

test('where the reader’s own colours are forced, the lines are seen, and seen once', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/playground/audit-policy')
  await page.getByRole('button', { name: 'A rule that comes too late' }).click()
  await expect(page.locator('.pg-sheet .l-lit')).toHaveCount(4)
  const colourOf = (it: Locator) => it.evaluate(element => getComputedStyle(element).color)
  expect(await colourOf(page.getByLabel('Your audit policy'))).toBe('rgba(0, 0, 0, 0)')
  const [lit, dim] = [page.locator('.pg-sheet .l-lit').first(), page.locator('.pg-sheet .l-dim').first()]
  expect(await colourOf(lit)).not.toBe('rgba(0, 0, 0, 0)')
  expect(await colourOf(lit)).not.toBe(await colourOf(dim))
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
