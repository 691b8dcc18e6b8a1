import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find' })
const field = (page: Page) => palette(page).getByRole('combobox', { name: 'Find a lab, lesson or command' })
const chosen = (page: Page) => palette(page).getByRole('option', { selected: true })

async function find(page: Page, words: string) {
  await page.keyboard.press('Alt+K')
  await page.keyboard.type(words)
  await expect(field(page)).toHaveValue(words)
  await expect(chosen(page)).toBeVisible()
}

for (const path of ['/', '/lessons/seccomp', '/labs', '/progress', '/findings', '/nowhere']) {
  test(`the palette opens on ${path} and leads to a lab`, async ({ page, tolerate }) => {
    tolerate(/404/)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await find(page, 'mend seccomp')
    await expect(palette(page).getByRole('group').first()).toHaveAccessibleName('Labs')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/labs/cks/mend-a-seccomp-profile')
  })
}

test('arrows choose, the field says which one is meant, Escape gives the focus and the caret back', async ({
  page,
}) => {
  await page.goto('/labs')
  const search = page.getByRole('searchbox', { name: 'Find a lab, lesson or command' })
  await search.focus()
  await page.keyboard.type('audit')
  await expect(field(page)).toHaveValue('audit')
  await expect(chosen(page)).toHaveText(/^Audit the Secrets/)
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).not.toHaveText(/^Audit the Secrets/)
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id')) ?? '')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(search).toBeFocused()
  await page.keyboard.type('x')
  await expect(field(page)).toHaveValue('x')
})

test('texts are searched when nothing is called so', async ({ page }) => {
  await page.goto('/labs')
  await page.waitForLoadState('networkidle')
  await find(page, 'qqq')
  await expect(chosen(page)).toHaveText('Search all texts for “qqq”')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?q=qqq')
})

test('Ctrl+K belongs to the shell in the terminal and to the palette elsewhere', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('true')
  await page.keyboard.type('echo kept')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+k')
  await expect.poll(lab.screen).toMatch(/\$$/)
  await expect(palette(page)).toBeHidden()
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
})

test('commands of a lab: a check, panes, and a reset that asks first', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('touch /tmp/mine')
  await find(page, 'cmw')
  await page.keyboard.press('Enter')
  await lab.checked()

  await find(page, 'go editor')
  await page.keyboard.press('Enter')
  await expect(lab.editor.locator(':focus')).toHaveCount(1)
  await page.keyboard.type('# here\n')
  await expect.poll(lab.shown).toMatch(/^# here\n/)

  await find(page, 'reset')
  await expect(chosen(page)).toHaveText(/asks first/)
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Reset this lab?' })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(lab.status).toContainText(/Saved, step/)

  await find(page, 'reset')
  await page.keyboard.press('Enter')
  await question.getByRole('button', { name: 'Reset the lab' }).click()
  await expect.poll(lab.shown).not.toContain('# here')
  await lab.type('ls /tmp/mine')
  expect(await lab.screen()).toContain('No such file')
})

test('what cannot be done now says why', async ({ page }) => {
  await openLab(page, 'audit-the-secrets')
  await find(page, 'undo last')
  await expect(chosen(page)).toHaveText(/no step to undo/)
  await expect(chosen(page)).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
})

test('F1 shows the keys, in the editor too, and the help page has the same', async ({ page }) => {
  await openLab(page, 'audit-the-secrets')
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('F1')
  const sheet = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(sheet).toBeVisible()
  expect(await violations(page)).toEqual([])
  const acts = await sheet.locator('dt').allInnerTexts()
  await page.keyboard.press('F1')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('Control+Shift+P')
  await expect(page.locator('.quick-input-widget')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto('/help')
  expect(await page.locator('dt').allInnerTexts()).toEqual(acts)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('the field searches and the button leads to the help page', async ({ page }) => {
    await page.goto('/labs')
    const search = page.getByRole('searchbox', { name: 'Find a lab, lesson or command' })
    await search.fill('seccomp')
    await search.press('Enter')
    await page.waitForURL('**/search?q=seccomp')
    await page.getByRole('link', { name: 'Keyboard and help' }).click()
    await page.waitForURL('**/help')
  })
})
