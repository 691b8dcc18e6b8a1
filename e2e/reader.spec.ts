import { violations } from './axe.ts'
import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

test('reader mode lists the output by command, and keys go through it', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  const list = page.getByRole('region', { name: 'Output by command' })
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement
      return at?.getAttribute('aria-label') ?? at?.querySelector('h3')?.textContent
    })
  await lab.type('echo before')
  await expect(list).toHaveCount(0)
  await lab.status.getByRole('button', { name: 'Reader mode off' }).click()
  await expect(lab.status.getByRole('button', { name: 'Reader mode on' })).toHaveAttribute('aria-pressed', 'true')
  await expect(list.getByRole('heading', { level: 3 })).toHaveText(['candidate@base:~$ echo before'])
  await lab.type('false', 'seq 212')
  await expect(list.getByRole('heading', { level: 3 })).toHaveCount(3)
  await expect(list).toContainText('no output')
  await expect(list.getByRole('status')).toHaveText('212 lines; press Alt+Up to read by block')
  await expect(lab.terminal.locator('.xterm-accessibility')).toHaveCount(1)
  expect(await violations(page)).toEqual([])

  const way = [
    ['Alt+ArrowUp', 'candidate@base:~$ seq 212'],
    ['Alt+ArrowDown', 'Lines 1 to 50 of 212'],
    ['Alt+ArrowDown', 'Lines 51 to 100 of 212'],
    ['Alt+ArrowUp', 'Lines 1 to 50 of 212'],
    ['Alt+ArrowUp', 'candidate@base:~$ seq 212'],
    ['Alt+ArrowUp', 'candidate@base:~$ false'],
    ['Alt+ArrowUp', 'candidate@base:~$ echo before'],
    ['Alt+ArrowUp', 'candidate@base:~$ echo before'],
    ['Alt+ArrowDown', 'candidate@base:~$ false'],
  ] as const
  for (const [key, expected] of way) {
    await page.keyboard.press(key)
    expect(await focused()).toBe(expected)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.type('echo back')
  await expect.poll(lab.screen).toMatch(/echo back$/)

  await page.reload()
  await expect(list.getByRole('heading', { level: 3 })).toHaveCount(3)
  await lab.status.getByRole('button', { name: 'Reader mode on' }).click()
  await expect(list).toHaveCount(0)
})
