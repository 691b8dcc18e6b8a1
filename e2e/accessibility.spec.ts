import { expect, test } from '@playwright/test'
import { violations } from './axe.ts'
import { pages } from './pages.ts'

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme })
    for (const path of pages) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        expect(await violations(page)).toEqual([])
      })
    }
  })
}

for (const width of [360, 390, 683, 1024, 1366, 1920]) {
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 })
    for (const path of pages) {
      await page.goto(path)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(over, path).toBeLessThanOrEqual(0)
    }
  })
}

test('every page has one h1, a main landmark and a title', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path)
    await expect(page.locator('h1'), path).toHaveCount(1)
    await expect(page.locator('main'), path).toHaveCount(1)
    expect(await page.title(), path).toContain('Breakwater')
  }
})
