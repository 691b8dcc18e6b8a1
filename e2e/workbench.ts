import { expect, type Locator, type Page } from '@playwright/test'
import { type Machine, machine } from './machine.ts'

/** The workbench as a person meets it: by its panes, buttons and words. */
export interface Workbench extends Machine {
  readonly task: Locator
  readonly results: Locator
  /** The line at the bottom: where a command would run, the caret, what is saved. */
  readonly status: Locator
  check(): Promise<void>
  /** Waits until a check that was asked for is there. */
  checked(): Promise<void>
}

export async function openLab(page: Page, slug: string, base = ''): Promise<Workbench> {
  await page.goto(`${base}/labs/cks/${slug}`)
  return workbench(page)
}

/** The workbench of a page that is on its way to one; waits until terminal and editor have come. */
export async function workbench(page: Page): Promise<Workbench> {
  const pane = (name: string) => page.getByRole('region', { name, exact: true })
  const own = machine(page)
  const results = pane('Check results')
  const button = page.locator('[aria-keyshortcuts="Alt+Enter"]')

  await own.prompt()
  await expect(own.editor.locator('.monaco-editor .view-line, .ed-none').first()).toBeVisible()
  await endTour(page)
  return {
    ...own,
    task: pane('Task'),
    results,
    status: page.locator('footer.status'),
    async check() {
      await button.click()
      await expect(button).toHaveAttribute('aria-busy', 'false')
      await expect(results.locator('.sum')).toContainText(/of \d+ points/)
    },
    async checked() {
      await expect(button).toHaveAttribute('aria-busy', 'false')
      await expect(results.locator('.sum')).toContainText(/of \d+ points/)
    },
  }
}

/** At a learner's very first lab the tour comes; it is asked for long before the terminal is there. */
async function endTour(page: Page) {
  if ((await page.locator('[data-tour]').count()) === 0) return
  const tour = page.getByRole('dialog', { name: /^Tour/ })
  await tour.waitFor()
  await page.keyboard.press('Escape')
  await expect(tour).toBeHidden()
}
