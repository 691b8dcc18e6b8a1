import { violations } from './axe.ts'
import { beginExam, examPage } from './exam.ts'
import { expect, test } from './quiet-test.ts'
import { solution } from './solution.ts'

test.setTimeout(90_000)

test('an exam by the keyboard alone, from its rules to its report', async ({ page }) => {
  await page.goto('/exam/start/short?seed=skerry')
  await page.getByRole('button', { name: 'Start the clock' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/exam\/[\w-]{22}$/)
  const exam = await examPage(page)
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-exam-pane]')?.dataset.examPane)

  await page.keyboard.press('Alt+PageDown')
  await expect(exam.task).toHaveAccessibleName('Task 2')
  await page.keyboard.press('Alt+PageUp')
  await expect(exam.task).toHaveAccessibleName('Task 1')
  await expect.poll(focused).toBe('task')
  await page.keyboard.press('F6')
  await expect.poll(focused).toBe('notes')
  await page.keyboard.type('by keys')
  await page.keyboard.press('F6')
  await expect.poll(focused).toBe('work')
  await exam.prompt()
  await page.keyboard.type(`${solution('sandbox-a-pod')}echo typed\n`)
  await expect.poll(async () => (await exam.screen()).split('\n').includes('typed'), { timeout: 20_000 }).toBe(true)
  await page.keyboard.press('Alt+Enter')
  await page.keyboard.press('Alt+Shift+F')
  await expect(exam.entry(1)).toHaveAccessibleName(/flagged/)
  await page.keyboard.press('Alt+Shift+D')
  await expect(exam.entry(1)).toHaveAccessibleName(/marked done/)
  await page.keyboard.press('Alt+Shift+O')
  await expect(exam.documents.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(exam.documents).toBeHidden()
  await expect.poll(focused).toBe('work')
  await page.keyboard.press('Alt+1')
  await expect(exam.editor).toBeVisible()
  await page.keyboard.press('F6')
  await expect.poll(focused).toBe('tasks')
  await page.keyboard.press('Shift+F6')
  await expect.poll(focused).toBe('work')

  await page.getByRole('button', { name: 'Finish exam…' }).focus()
  await page.keyboard.press('Enter')
  const asked = page.getByRole('dialog', { name: 'Finish the exam?' })
  await expect(asked).toContainText('3 tasks are not marked done. 29 minutes are left.')
  await asked.getByRole('button', { name: 'Finish' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/report$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('failed with 21 of 100')
})

for (const scheme of ['light', 'dark'] as const) {
  test(`screen and report of an exam hold no barrier, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const exam = await beginExam(page)
    await page.getByRole('button', { name: 'Flag', exact: true }).click()
    await exam.type('touch here')
    expect(await violations(page)).toEqual([])
    await exam.showEditor()
    await page.getByRole('button', { name: 'Allowed documents' }).click()
    await expect(exam.documents.getByRole('link').first()).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await exam.finish()
    await page.locator('main details').evaluateAll((all: HTMLDetailsElement[]) => {
      for (const it of all) it.open = true
    })
    expect(await violations(page)).toEqual([])
  })
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('shows one pane of an exam at a time, and nothing scrolls sideways', async ({ page }) => {
    await page.goto('/exam/start/short?seed=skerry')
    await page.getByRole('button', { name: 'Start the clock' }).tap()
    await page.waitForURL(/\/exam\/[\w-]{22}$/)
    const dock = page.getByRole('navigation', { name: 'Panes' })
    const panes = {
      Tasks: page.getByRole('navigation', { name: 'Tasks' }),
      Task: page.getByRole('region', { name: 'Task 1' }),
      Terminal: page.getByRole('region', { name: 'Terminal' }),
    }
    await page.getByRole('button', { name: 'Put away' }).tap()
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    for (const [name, pane] of Object.entries(panes)) {
      await dock.getByRole('radio', { name, exact: true }).tap()
      for (const other of Object.values(panes)) {
        if (other === pane) await expect(other).toBeVisible()
        else await expect(other).toBeHidden()
      }
      await expect(page.getByRole('timer')).toBeInViewport()
      expect(await sideways()).toBe(0)
      expect(await violations(page)).toEqual([])
    }
    const exam = await examPage(page)
    await exam.type('hostname')
    await exam.finish()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('failed with 0 of 100')
    expect(await sideways()).toBe(0)
    expect(await violations(page)).toEqual([])
  })
})
