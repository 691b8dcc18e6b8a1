import { expect, type Locator, type Page } from '@playwright/test'

/** The workbench as a person meets it: by its panes, buttons and words. */
export interface Workbench {
  readonly task: Locator
  readonly editor: Locator
  readonly terminal: Locator
  readonly results: Locator
  /** The line at the bottom: where a command would run, the caret, what is saved. */
  readonly status: Locator
  /** Types lines into the terminal, each with Enter, and waits until each has run. */
  type(...lines: string[]): Promise<void>
  /** Pastes several lines at once and waits until they have run. */
  paste(text: string): Promise<void>
  /** Waits until the terminal asks for the next line. */
  prompt(): Promise<void>
  /** The rows that the terminal shows, without trailing blanks. */
  screen(): Promise<string>
  /** Clicks into the editor and pastes `text` in place of everything. */
  write(text: string): Promise<void>
  /** What the editor shows of the open file. */
  shown(): Promise<string>
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
  const [task, editor, terminal, results] = [pane('Task'), pane('Editor'), pane('Terminal'), pane('Check results')]
  const rows = terminal.locator('[role=tabpanel]:not([hidden]) .xterm-rows > div')
  const button = page.locator('[aria-keyshortcuts="Alt+Enter"]')
  let pastes = 0

  const screen = async () =>
    (await rows.allInnerTexts())
      .map(it => it.replaceAll('\u00a0', ' ').trimEnd())
      .join('\n')
      .trimEnd()
  const asks = async () => /(?:^|\n)[\w.-]+@[\w-]+:\S*[$#]$/.test(await screen())
  const prompt = () => expect.poll(asks, { timeout: 20_000, message: 'the terminal asks for a line' }).toBe(true)
  const copy = async (text: string) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(it => navigator.clipboard.writeText(it), text)
  }
  const focusTerminal = () => terminal.locator('[role=tabpanel]:not([hidden]) .xterm-screen').click()

  await prompt()
  await expect(editor.locator('.monaco-editor .view-line, .ed-none').first()).toBeVisible()
  await endTour(page)
  return {
    task,
    editor,
    terminal,
    results,
    status: page.locator('footer.status'),
    prompt,
    screen,
    async type(...lines) {
      await focusTerminal()
      for (const line of lines) {
        await page.keyboard.type(line)
        await expect.poll(async () => squeezed(await screen()).endsWith(squeezed(line))).toBe(true)
        await page.keyboard.press('Enter')
        await prompt()
      }
    },
    async paste(text) {
      const end = `pasted-${++pastes}`
      await focusTerminal()
      await copy(`${text.trimEnd()}\necho ${end}\n`)
      await page.keyboard.press('Control+Shift+V')
      await expect.poll(async () => (await screen()).split('\n').includes(end), { timeout: 20_000 }).toBe(true)
      await prompt()
    },
    async write(text) {
      await editor.locator('.monaco-editor .view-lines').click()
      await page.keyboard.press('Control+A')
      await copy(text)
      await page.keyboard.press('Control+V')
    },
    async shown() {
      const lines = await editor.locator('.monaco-editor .view-line').evaluateAll(all =>
        all
          .map(it => ({ top: Number.parseFloat((it as HTMLElement).style.top), text: it.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(it => it.text),
      )
      return lines.join('\n').replaceAll('\u00a0', ' ')
    },
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

/** Without blanks and line ends, so that a line that the terminal wraps is found. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
