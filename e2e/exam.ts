import { expect, type Locator, type Page } from '@playwright/test'
import { type Machine, machine } from './machine.ts'

/** The exam's screen as a candidate meets it. */
export interface ExamPage extends Machine {
  readonly id: string
  /** The list of the tasks. */
  readonly tasks: Locator
  /** The task that is shown. */
  readonly task: Locator
  readonly notepad: Locator
  readonly documents: Locator
  /** Where a command would run, which host the task is on, what is saved. */
  readonly status: Locator
  /** The marks of a task in the list, such as "marked done" and "flagged". */
  entry(number: number): Locator
  /** Shows a task and waits for its terminal. */
  goTo(number: number): Promise<void>
  showEditor(): Promise<void>
  showTerminal(): Promise<void>
  /** Seconds that the timer shows. */
  left(): Promise<number>
  /** Asks for the server's clock now, as a browser that comes back into the network does. */
  hear(): Promise<void>
  /** Ends the exam and waits for its report. */
  finish(): Promise<void>
}

interface Begin {
  readonly exam?: 'short' | 'hour'
  /** The word of the class. */
  readonly word?: string
  readonly base?: string
}

/** Starts the clock of an exam and waits for the first terminal. */
export async function beginExam(
  page: Page,
  { exam = 'short', word = 'skerry', base = '' }: Begin = {},
): Promise<ExamPage> {
  await page.goto(`${base}/exam/start/${exam}?seed=${word}`)
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await page.waitForURL(/\/exam\/[\w-]{22}$/)
  return examPage(page)
}

/** The exam on a page that is on its way to one. */
export async function examPage(page: Page): Promise<ExamPage> {
  const own = machine(page)
  const tasks = page.getByRole('navigation', { name: 'Tasks' })
  const tab = (name: RegExp) => own.terminal.getByRole('tab', { name })
  await own.prompt()
  const id = /\/exam\/([\w-]{22})$/.exec(page.url())?.[1] ?? ''
  return {
    ...own,
    id,
    tasks,
    task: page.getByRole('region', { name: /^Task \d+$/ }),
    notepad: page.getByRole('textbox', { name: 'Notepad' }),
    documents: page.getByRole('complementary', { name: 'Allowed documents' }),
    status: page.locator('footer.status'),
    entry: number => tasks.getByRole('button').nth(number - 1),
    async goTo(number) {
      await tasks
        .getByRole('button')
        .nth(number - 1)
        .click()
      await expect(page.getByRole('region', { name: `Task ${number}`, exact: true })).toBeVisible()
      await own.prompt()
    },
    async showEditor() {
      await tab(/^Editor$/).click()
      await expect(own.editor.locator('.monaco-editor .view-line').first()).toBeVisible()
    },
    async showTerminal() {
      await tab(/^(?!Editor)/)
        .first()
        .click()
      await own.prompt()
    },
    left: () => secondsLeft(page),
    async hear() {
      // One that is on its way already may have been answered before.
      const asked = page.waitForRequest(it => it.url().includes(id) && /"notes":\d/.test(it.postData() ?? ''))
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await (await asked).response()
    },
    async finish() {
      await page.getByRole('button', { name: 'Finish exam…' }).click()
      await page.getByRole('dialog', { name: 'Finish the exam?' }).getByRole('button', { name: 'Finish' }).click()
      await page.waitForURL(/\/report$/, { timeout: 20_000 })
    },
  }
}

/** Seconds that the timer of an exam's page shows. */
export async function secondsLeft(page: Page): Promise<number> {
  const shown = await page.getByRole('timer').innerText()
  return shown.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}
