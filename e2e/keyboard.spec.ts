import type { Page } from '@playwright/test'
import { expect, test } from './quiet-test.ts'
import { solution } from './solution.ts'
import { workbench } from './workbench.ts'

/** Whether a person can see where the focus is: an outline, a ring or a frame on the element or on what stands for it. */
function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    for (let at = document.activeElement; at !== null && at !== document.body; at = at.parentElement) {
      for (const pseudo of [null, '::before', '::after']) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at, pseudo)
        if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) return true
        if (boxShadow !== 'none') return true
      }
      if (at.matches('[data-pane]')) return false
    }
    return false
  })
}

/** Presses Tab until the focus is on an element with this name; every stop on the way has to be seen. */
async function tabTo(page: Page, name: string | RegExp) {
  const wanted = typeof name === 'string' ? new RegExp(`^${name}`) : name
  const seen: string[] = []
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const at = document.activeElement
      return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? ''
    })
    seen.push(focused)
    expect(await focusIsSeen(page), `the focus on “${focused}” is seen`).toBe(true)
    if (wanted.test(focused)) return
  }
  throw new Error(`Tab does not lead to ${name}, but to: ${seen.join(' | ')}`)
}

const focusedPane = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane)

test('from the first page to a solved lab without a mouse', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, 'Start the first lab')
  await page.keyboard.press('Enter')
  const lab = await workbench(page)
  await page.keyboard.press('Alt+2')
  expect(await focusedPane(page)).toBe('terminal')
  expect(await focusIsSeen(page)).toBe(true)
  await page.keyboard.type(`${solution('audit-the-secrets')}\necho typed\n`)
  await expect.poll(async () => (await lab.screen()).split('\n').includes('typed'), { timeout: 20_000 }).toBe(true)
  await lab.prompt()

  await page.keyboard.press('Alt+Enter')
  await expect(lab.results.getByRole('status')).toContainText('10 of 10 points')
  expect(await focusedPane(page)).toBe('terminal')
  await page.keyboard.type('echo still here')
  await expect.poll(lab.screen).toMatch(/# echo still here$/)
})

test('every pane has a key, and F6 leads out of each', async ({ page }) => {
  await page.goto('/labs/cks/audit-the-secrets')
  const lab = await workbench(page)
  for (const [key, pane] of [
    ['Alt+1', 'editor'],
    ['Alt+2', 'terminal'],
    ['Alt+3', 'task'],
    ['Alt+4', 'results'],
  ] as const) {
    await page.keyboard.press(key)
    expect(await focusedPane(page)).toBe(pane)
    expect(await focusIsSeen(page), `the focus in the ${pane} pane is seen`).toBe(true)
  }
  for (const pane of ['editor', 'terminal', 'task', 'results', 'editor']) {
    await page.keyboard.press('F6')
    expect(await focusedPane(page)).toBe(pane)
  }
  // In the editor Tab indents, so F6 is the way out; a check leaves the caret where it was.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Tab')
  await expect.poll(lab.shown).toMatch(/^ {2}apiVersion/)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Alt+Enter')
  await lab.checked()
  expect(await focusedPane(page)).toBe('editor')
  await page.keyboard.press('Shift+F6')
  expect(await focusedPane(page)).toBe('results')
})

test('tabs and separators move by arrows, dialogs keep the focus and give it back', async ({ page }) => {
  await page.goto('/labs/cks/audit-the-secrets')
  const lab = await workbench(page)
  await tabTo(page, 'Task')
  await page.keyboard.press('ArrowRight')
  await expect(lab.task.getByRole('tab', { name: /Hints/ })).toBeFocused()
  await expect(lab.task.getByRole('tab', { name: /Hints/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Home')
  await expect(lab.task.getByRole('tab', { name: 'Task' })).toHaveAttribute('aria-selected', 'true')

  for (const [name, grow, shrink] of [
    ['Height of the task', 'ArrowDown', 'ArrowUp'],
    ['Width of the task column', 'ArrowRight', 'ArrowLeft'],
    ['Height of the editor', 'ArrowDown', 'ArrowUp'],
  ] as const) {
    const separator = page.getByRole('separator', { name })
    await separator.focus()
    expect(await focusIsSeen(page)).toBe(true)
    const value = async () => Number(await separator.getAttribute('aria-valuenow'))
    const before = await value()
    await page.keyboard.press(grow)
    await expect.poll(value).toBeGreaterThan(before)
    const grown = await value()
    await page.reload()
    await workbench(page)
    await expect.poll(value, 'remembered').toBe(grown)
    await separator.focus()
    await page.keyboard.press(shrink)
    await expect.poll(value).toBeLessThan(grown)
  }

  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.focus()
  await page.keyboard.press('Enter')
  await expect(lab.status).toContainText('Saved')
  await lab.type('true')
  const reset = page.getByRole('button', { name: 'Reset…' })
  await reset.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Reset this lab?' })
  await expect(dialog).toBeVisible()
  for (let stops = 0; stops < 4; stops++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).toMatch(/DIALOG|BODY/)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(reset).toBeFocused()
})

test('the first Tab offers to skip to the content', async ({ page }) => {
  for (const [path, words, target] of [
    ['/lessons/seccomp', 'Skip to content', 'main'],
    ['/labs/cks/audit-the-secrets', 'Skip to the task', 'task'],
  ] as const) {
    await page.goto(path)
    // What is there before the lab is opened is replaced, and the focus with it.
    if (target === 'task') await workbench(page)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: words })).toBeFocused()
    await expect(page.getByRole('link', { name: words })).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${target}`)
  }
})
