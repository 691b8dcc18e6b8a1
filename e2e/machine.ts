import { expect, type Locator, type Page } from '@playwright/test'

/** Terminal and editor of one attempt, as a person meets them. */
export interface Machine {
  readonly editor: Locator
  readonly terminal: Locator
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
}

/** The machine that the page shows. Of several, as in an exam, the one that is not hidden. */
export function machine(page: Page): Machine {
  const editor = page.getByRole('region', { name: 'Editor', exact: true })
  const terminal = page.getByRole('region', { name: 'Terminal', exact: true })
  const rows = terminal.locator('[role=tabpanel]:not([hidden]) .xterm-rows > div')
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

  return {
    editor,
    terminal,
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
  }
}

/** Without blanks and line ends, so that a line that the terminal wraps is found. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
