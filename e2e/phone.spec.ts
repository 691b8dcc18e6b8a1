import { violations } from './axe.ts'
import { expect, test } from './quiet-test.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('a phone shows one pane, chosen by the dock, with targets of 44 px and no page to scroll', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('breakwater:tour', 'shown'))
  await page.goto('/labs/cks/audit-the-secrets')
  const dock = page.getByRole('navigation', { name: 'Panes' })
  const panes = { Task: 'Task', Editor: 'Editor', Terminal: 'Terminal', Results: 'Check results' }
  await page.getByRole('button', { name: 'Check my work' }).tap()
  await expect(dock.getByText(/^Results \d+\/10$/)).toBeVisible()
  for (const [name, region] of Object.entries(panes)) {
    await dock.getByRole('radio', { name: new RegExp(`^${name}`) }).tap()
    for (const other of Object.values(panes)) {
      await expect(page.getByRole('region', { name: other, exact: true })).toBeVisible({ visible: other === region })
    }
    const low = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('.wb :is(a, button, label, .tree-row)'))
        .filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.closest('.monaco-editor, .is-by, p'))
        .filter(it => it.getBoundingClientRect().height < 44)
        .map(it => it.outerHTML.slice(0, 120)),
    )
    expect(low, name).toEqual([])
    const size = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ])
    expect(size, name).toEqual([390, 844])
    expect(await violations(page), name).toEqual([])
  }
})

test('with the keyboard on screen the prompt stays in sight', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('breakwater:tour', 'shown'))
  await page.goto('/labs/cks/audit-the-secrets')
  await page.getByRole('radio', { name: 'Terminal' }).tap()
  await expect(page.locator('.xterm-rows')).toContainText('candidate@base')
  // What a keyboard on screen does to the page: `interactive-widget=resizes-content`.
  await page.setViewportSize({ width: 390, height: 420 })
  await page.locator('.xterm-screen').tap()
  for (let line = 0; line < 30; line++) await page.keyboard.press('Enter')
  await page.keyboard.type('echo in sight')
  const line = page.locator('.xterm-rows > div', { hasText: 'echo in sight' }).last()
  await expect(line).toBeInViewport({ ratio: 1 })
})
