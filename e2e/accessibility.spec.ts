import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { pages, pagesOfStories } from './pages.ts'
import { expect, test } from './quiet-test.ts'
import { auditSolution } from './solution.ts'
import { openLab, workbench } from './workbench.ts'

test.beforeEach(({ tolerate }) => tolerate(/status of 404 .*\/nowhere/))

/** Goes to a page and waits for what comes after it: a workbench's editor and terminal. */
async function settle(page: Page, path: string) {
  await page.goto(path)
  if (/^\/labs\/\w+\//.test(path)) await workbench(page)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const path of pages) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await settle(page, path)
        expect(await violations(page)).toEqual([])
      })
    }

    test('axe finds nothing in a workbench with results, hints, files, a question and a solution', async ({ page }) => {
      const lab = await openLab(page, 'audit-the-secrets')
      await lab.paste(auditSolution().rest)
      await lab.check()
      await lab.results
        .getByRole('button', { name: /^Show all \d/ })
        .first()
        .click()
      await expect(lab.editor.locator('.l-lit')).toHaveCount(1)
      await lab.task.getByRole('tab', { name: /Hints/ }).click()
      await lab.task.getByRole('button', { name: 'Open hint 1' }).first().click()
      await expect(lab.task.getByText('Hint 1, opened')).toBeVisible()
      await lab.editor.getByRole('button', { name: 'Files' }).click()
      await expect(page.getByRole('treeitem', { name: 'hosts', exact: true })).toBeVisible()
      expect(await violations(page), 'with results, hints and files').toEqual([])

      await lab.editor.getByRole('button', { name: 'Close the files' }).click()
      await lab.task.getByRole('button', { name: 'Give up and see the solution…' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), 'with a question').toEqual([])

      await page.getByRole('button', { name: 'Give up', exact: true }).click()
      await expect(lab.task).toContainText('One way to do it')
      expect(await violations(page), 'with the solution').toEqual([])

      await page.goto('/progress')
      await expect(page.getByRole('row', { name: /Audit the Secrets/ })).toBeVisible()
      expect(await violations(page), 'progress with something in it').toEqual([])
    })
  })
}

for (const width of [360, 390, 683, 1024, 1366, 1920]) {
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 })
    for (const path of pages) {
      await page.goto(path)
      const over = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await expect.poll(over, path).toBeLessThanOrEqual(0)
    }
  })
}

test('on a phone the panes of the workbench take turns', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/labs/cks/audit-the-secrets')
  // What is touched before the page listens is lost; the tour comes when it does.
  await page.getByRole('dialog', { name: /^Tour/ }).waitFor()
  const panes = page.getByRole('navigation', { name: 'Panes' })
  for (const [name, region] of [
    ['Editor', 'Editor'],
    ['Terminal', 'Terminal'],
    ['Results', 'Check results'],
    ['Task', 'Task'],
  ] as const) {
    await panes.getByRole('radio', { name }).check({ force: true })
    await expect(page.getByRole('region', { name: region, exact: true })).toBeInViewport()
    await expect(page.getByRole('region').and(page.locator('[data-pane]:visible'))).toHaveCount(1)
  }
  await page.getByRole('button', { name: /check my work/i }).click()
  await expect(page.getByRole('region', { name: 'Check results' })).toContainText('0 of 10 points')
})

test('every page has one h1, a main landmark and a title', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path)
    await expect(page.locator('h1'), path).toHaveCount(1)
    await expect(page.locator('main'), path).toHaveCount(1)
    expect(await page.title(), path).toContain('Breakwater')
  }
})

test('every page of the app is among those that are looked at', () => {
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter(it => /(?:^|\/)page\.tsx$/.test(it))
    .map(it => `/${it.replace(/\/?page\.tsx$/, '')}`)
    // A path belongs to the route that says most of it.
    .sort((a, b) => (a.match(/\[/g)?.length ?? 0) - (b.match(/\[/g)?.length ?? 0))
  const routeOf = (path: string) =>
    routes.find(it => new RegExp(`^${it.replace(/\[\w+\]/g, '[^/?]+')}(?:\\?|$)`).test(path))
  const seen = new Set<string | undefined>(pages.map(routeOf))
  expect(routes.length).toBeGreaterThan(5)
  expect(routes.filter(it => !seen.has(it) && !(it in pagesOfStories))).toEqual([])
  for (const [route, story] of Object.entries(pagesOfStories)) {
    expect(routes).toContain(route)
    expect(readFileSync(`e2e/${story}`, 'utf8')).toContain("from './axe.ts'")
  }
})
