import { expect, type Locator, type Page } from '@playwright/test'

/** The workbench as a person meets it: by its panes, buttons and words. */
export interface Workbench {
  readonly results: Locator
  /** Types lines into the terminal, each with Enter, and waits for the prompt after each. */
  type(...lines: string[]): Promise<void>
  /** Pastes several lines at once and waits until they have run. */
  paste(text: string): Promise<void>
  /** What the terminal shows, without trailing blanks. */
  screen(): Promise<string>
  check(): Promise<void>
  points(): Promise<string>
}

export async function openLab(page: Page, slug: string): Promise<Workbench> {
  await page.goto(`/labs/cks/${slug}`)
  return workbench(page)
}

export async function workbench(page: Page): Promise<Workbench> {
  const terminal = page.getByRole('region', { name: 'Terminal' })
  const results = page.getByRole('region', { name: 'Check results' })
  await expect(terminal.locator('.xterm-rows')).toContainText(/[$#]/)
  const screen = async () =>
    (await terminal.locator('.xterm-rows > div').allInnerTexts())
      .map(it => it.replaceAll(' ', ' ').trimEnd())
      .join('\n')
      .trimEnd()
  const prompt = async () => {
    await expect
      .poll(async () => (await screen()).split('\n').at(-1) ?? '', { timeout: 20_000 })
      .toMatch(/^\w+@\w+:\S*[$#]$/)
  }
  return {
    results,
    screen,
    async type(...lines) {
      await terminal.locator('.xterm-screen').click()
      for (const line of lines) {
        await page.keyboard.type(line)
        await page.keyboard.press('Enter')
        await page.waitForTimeout(50)
        await prompt()
      }
    },
    async paste(text) {
      await terminal.locator('.xterm-screen').click()
      await terminal.locator('textarea').evaluate((area, data) => {
        const clipboard = new DataTransfer()
        clipboard.setData('text/plain', data)
        area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
      }, text)
      await page.waitForTimeout(300)
      await prompt()
    },
    async check() {
      await page.getByRole('button', { name: /check my work/i }).click()
      await expect(results.getByRole('status')).toContainText(/of \d+ points/)
    },
    async points() {
      return (await results.getByRole('status').innerText()).replace(/\s+/g, ' ')
    },
  }
}
