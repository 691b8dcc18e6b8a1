import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

/** Opens the page with an example, and waits until it was evaluated. */
async function withExample(page: Page, title: string) {
  await page.goto('/playground/falco')
  await page.getByRole('button', { name: title }).click()
  await expect(page.locator('.fp-log')).toBeVisible()
}

const logOf = (page: Page) => page.locator('.fp-log li')
const whyOf = (page: Page) => page.getByRole('region', { name: 'Why', exact: true })

test('rules are tried with events, broken, mended and shared, and nothing of it is sent', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await withExample(page, 'Shells, and who reads the passwords')
  await expect(logOf(page)).toHaveText([/^08:00:00\.0+: Notice Shell opened/, /^08:00:02\.0+: Warning Passwords read/])
  await expect(
    page.getByRole('status').filter({ hasText: /^2 alerts for 4 events\. Shell in a container/ }),
  ).toBeAttached()
  await expect(page.locator('.pg-sheet .l-lit')).toHaveCount(3)
  expect(await page.evaluate(() => CSS.highlights.get('falco-operand')?.size)).toBe(4)
  expect(await violations(page)).toEqual([])

  const sent: string[] = []
  page.on('request', it => sent.push(`${it.method()} ${it.url()} ${it.postData() ?? ''}`))
  // The shell on the host: no alert, because of where it is.
  await page.getByRole('radio', { name: /on the host execve/ }).check()
  await expect(whyOf(page).locator('b').first()).toHaveText('does not match')
  await expect(whyOf(page).locator('.is-now')).toHaveText(
    /container\.id != host.*Does not hold\. container\.id is host/,
  )

  const text = page.getByLabel('Your falco_rules.yaml')
  const good = await text.inputValue()
  await text.fill(good.replace('priority: NOTICE', 'priority: NOTIC'))
  await expect(page.getByText('Falco does not start: these are of a moment ago')).toBeVisible()
  await expect(logOf(page)).toHaveCount(2)
  await page.getByText('What Falco prints of this file').click()
  await expect(page.locator('.fp-says pre')).toHaveText(/LOAD_ERR_YAML_VALIDATE .*: Invalid priority/)
  expect(await violations(page)).toEqual([])
  await text.fill(good.replace('proc.tty != 0', 'proc.tty >= 0').replace('container and', 'user.name != mallory and'))
  await expect(logOf(page)).toHaveCount(3)

  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await context.newPage()
  other.on('request', it => sent.push(`${it.method()} ${it.url()} ${it.postData() ?? ''}`))
  await other.goto(link)
  await expect(other.locator('.fp-log li')).toHaveCount(3)
  await expect(other.getByRole('radio', { name: /on the host execve/ })).toBeChecked()
  expect(sent.filter(it => /mallory|spawned_process|#1\./.test(it))).toEqual([])
})

test('what stands in the local file alone is kept in the address, too', async ({ page }) => {
  await page.goto('/playground/falco')
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeDisabled()
  await page.getByRole('button', { name: 'falco_rules.local.yaml' }).click()
  const local = page.getByLabel('Your falco_rules.local.yaml')
  await local.fill('- list: mine\n  items: [a]\n')
  await expect(page).toHaveURL(/#1\./)
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeEnabled()
  await page.reload()
  await page.getByRole('button', { name: 'falco_rules.local.yaml' }).click()
  await expect(local).toHaveValue(/list: mine/)
})

test('a local file, falco.yaml and events of one’s own, by the keyboard', async ({ page }) => {
  await withExample(page, 'The local file changes what is shipped')
  await expect(logOf(page)).toHaveText([/Critical Shell opened/, /Error root read \/etc\/shadow by cat in web/])
  await whyOf(page).getByRole('button', { name: 'line 9 of falco_rules.local.yaml' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your falco_rules.local.yaml')).toBeFocused()
  await expect(page.locator('.pg-sheet .l-lit')).toHaveAttribute('data-n', '9')

  await page.getByText('Fire an action').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Action', { exact: true }).selectOption('RunShellInContainer')
  await page.getByLabel('Namespace').fill('debug')
  await page.keyboard.press('Enter')
  const events = page.getByRole('group', { name: 'Events' }).getByRole('radio')
  await expect(events).toHaveCount(7)
  await expect(events.nth(6)).toBeChecked()
  await expect(whyOf(page).locator('.is-now')).toHaveText(
    /not k8s\.ns\.name = debug.*Does not hold\. k8s\.ns\.name is debug/,
  )
  await page.getByRole('button', { name: 'Remove event 7' }).press('Enter')
  await expect(events).toHaveCount(6)

  await page.getByText('The events as text').click()
  const written = page.getByLabel('A list in YAML, as labs write events')
  await written.fill('- shell-in-container\n- { exec: /bin/sh, pod: web }\n')
  await expect(page.getByText('What happens on the host has no pod. Add "container", or take it out.')).toBeVisible()
  await written.fill('- [')
  await expect(page.getByRole('status').filter({ hasText: /^Line 1: / })).toBeVisible()
  await written.fill('- shell-in-container\n')
  await page.getByLabel('json_output').selectOption('true')
  await expect(logOf(page)).toHaveText([/^\{"hostname":"node01","output":"08:00:00\.0+: Critical Shell opened/])
  await page.getByLabel('priority', { exact: true }).selectOption('alert')
  await expect(page.getByRole('heading', { name: /^No alerts/ })).toBeVisible()
  await expect(whyOf(page)).toContainText('Its priority is below the least that is asked for.')
})

test('a rule that is too loud, one that comes too late, and one that never fires', async ({ page }) => {
  await withExample(page, 'A rule that is too loud, and one that comes too late')
  await expect(logOf(page)).toHaveCount(4)
  await page.getByLabel('rule_matching').selectOption('first')
  await expect(logOf(page)).toHaveCount(3)
  const firing = page.getByRole('region', { name: 'Which rule fires how often' })
  await expect(firing.locator('.is-idle')).toHaveText([/Package manager.*never fires/, /Two things.*never fires/])
  await firing.getByText('For which').first().click()
  await expect(firing.getByText('/usr/bin/apt install -y nmap starts in container web').first()).toBeVisible()
  const events = page.getByRole('group', { name: 'Events' }).getByRole('radio')
  await firing.getByRole('button', { name: 'see why' }).first().click()
  await expect(events).toHaveCount(4)
  await expect(events.nth(3)).toBeChecked()
  await expect(whyOf(page).locator('b').first()).toHaveText('alerts')
  await events.first().check()
  await whyOf(page).getByLabel('Rule').selectOption('Package manager in a container')
  await expect(whyOf(page)).toContainText('an earlier rule has alerted')
  expect(await violations(page)).toEqual([])
})

test('hostile rules do not stop the page', async ({ page }) => {
  await withExample(page, 'Shells, and who reads the passwords')
  const text = page.getByLabel('Your falco_rules.yaml')
  await text.fill('<img src=x onerror="document.title=1"></pre><script>document.title=2</script>\u202e\u0000')
  await expect(page.getByText('Falco does not start with this.')).toBeVisible()
  expect(await page.locator('.pg img, .pg script').count()).toBe(0)
  // An expression that takes for ever where every way is tried.
  const condition = 'evt.type = execve and proc.cmdline regex "(a+)+(a+)+(a+)+b"'
  await text.fill(`- rule: r\n  desc: d\n  condition: ${condition}\n  output: o\n  priority: NOTICE\n`)
  await page.getByText('The events as text').click()
  await page.getByLabel('A list in YAML').fill(`- { exec: /bin/${'a'.repeat(5000)}, args: ["${'a'.repeat(20_000)}!"] }`)
  await expect(page.locator('.fp-log:not(.is-stale)').getByRole('heading', { name: /^No alerts/ })).toBeVisible()
  await expect(whyOf(page)).toContainText('does not match')
  await text.fill('')
  await expect(page.getByRole('button', { name: 'Shells, and who reads the passwords' })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('Falco is tried', async ({ page }) => {
    await page.goto('/playground/falco')
    await page.locator('.pg-none').getByRole('button').first().tap()
    await expect(logOf(page)).toHaveCount(2)
    await page.getByText('Fire an action').tap()
    await expect(page.getByRole('button', { name: 'Fire', exact: true })).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})

test('in the workbench conditions are completed and explained', async ({ page }) => {
  const { editor } = await openLab(page, 'change-a-falco-rule')
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\n- rule: Mine\n  condition: evt.type = openat and evt.arg.f')
  const list = page.locator('.suggest-widget .monaco-list-row')
  await expect(list.filter({ hasText: /^evt\.arg\.flags/ })).toBeVisible()
  await expect(list.filter({ hasText: /^evt\.arg\.tuple/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.type('lags contains x and proc.name ')
  await expect(list.filter({ hasText: /^startswith/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type('in (shel')
  await expect(list.filter({ hasText: /^shell_binaries/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await editor
    .locator('.view-line span', { hasText: 'evt.arg.flags' })
    .last()
    .hover({ position: { x: 220, y: 8 } })
  await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText('The parameter flags of the event')
})
