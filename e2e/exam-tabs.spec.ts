import { beginExam, examPage } from './exam.ts'
import { expect, test } from './quiet-test.ts'

const conflict = 'Another tab went on with this task. Reload to go on here.'

test('two tabs of one exam: marks and notes of both are kept, who fell behind is told, and both end together', async ({
  page,
  context,
  tolerate,
}) => {
  // A command that comes too late is an answer with the status 409, which the console notes.
  tolerate(/status of 409/)
  const one = await beginExam(page)
  const second = await context.newPage()
  await second.goto(page.url())
  const two = await examPage(second)

  await page.getByRole('button', { name: 'Flag', exact: true }).click()
  await one.notepad.fill('from the first\n')
  await expect(page.getByText('kept until the exam ends')).toBeVisible()
  await two.notepad.fill('from the second\n')
  await expect(second.getByText('kept until the exam ends')).toBeVisible()
  await second.getByRole('button', { name: 'Mark as done' }).click()
  for (const tab of [one, two]) {
    await tab.hear()
    await expect(tab.entry(1)).toHaveAccessibleName(/flagged/)
    await expect(tab.entry(1)).toHaveAccessibleName(/marked done/)
    await expect.poll(() => tab.notepad.inputValue()).toMatch(/^from the first\n(?:.*\n)*from the second\n?$/)
  }

  await one.type('echo one > by')
  await two.terminal.locator('[role=tabpanel]:not([hidden]) .xterm-screen').click()
  await second.keyboard.type('echo late > by')
  await second.keyboard.press('Enter')
  await expect(second.getByText(conflict)).toBeVisible()
  await second.getByRole('button', { name: 'Reload the task' }).click()
  await expect(second.getByText(conflict)).toBeHidden()
  await two.prompt()
  expect(await two.screen()).toContain('echo one > by')
  await two.type('cat by')
  expect(await two.screen()).toMatch(/\none\n/)

  // Another task is no step behind.
  await one.goTo(2)
  await one.type('hostname')
  await two.type('echo two > by')

  await one.finish()
  await two.hear().catch(() => {})
  await second.waitForURL(/\/report$/, { timeout: 20_000 })
  await expect(second.getByRole('heading', { level: 1 })).toContainText('failed')
})
