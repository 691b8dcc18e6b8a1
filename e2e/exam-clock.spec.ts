import { beginExam, type ExamPage, examPage } from './exam.ts'
import { expect, test } from './quiet-test.ts'

const hour = 3_600_000

/** How far the timer is from what is left by the clock of this test, in seconds. */
function apart(exam: ExamPage, began: { readonly at: number; readonly left: number }) {
  return async () => Math.abs(began.left - (Date.now() - began.at) / 1000 - (await exam.left()))
}

for (const [name, by] of [
  ['ahead', hour],
  ['behind', -hour],
] as const) {
  test(`a browser's clock an hour ${name} wins nothing and loses nothing`, async ({ page }) => {
    // Only the date is moved, also on pages that come later.
    await page.addInitScript(() => {
      const real = Date
      const moved = () => real.now() + Number(sessionStorage.getItem('moved') ?? 0)
      globalThis.Date = class extends real {
        constructor(...given: []) {
          super(...((given.length > 0 ? given : [moved()]) as []))
        }
        static override now = moved
      } as DateConstructor
    })
    const exam = await beginExam(page)
    const began = { at: Date.now(), left: await exam.left() }
    expect(began.left).toBeGreaterThan(29 * 60)
    await page.evaluate(it => sessionStorage.setItem('moved', `${it}`), by)
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now() - by)).toBeLessThan(60_000)
    await expect.poll(apart(exam, began)).toBeLessThan(3)
    await exam.hear()
    await exam.type('hostname')
    await expect.poll(apart(exam, began)).toBeLessThan(3)

    page.once('dialog', it => it.accept())
    await page.reload()
    const again = await examPage(page)
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now() - by)).toBeLessThan(60_000)
    await expect.poll(apart(again, began)).toBeLessThan(3)
    await again.finish()
    const report = await (await page.request.get(`${page.url()}/export`)).json()
    expect(Math.abs(report.endedAt - Date.now())).toBeLessThan(30_000)
    expect(report.endedAt - report.startedAt).toBeLessThan(hour / 2)
  })
}

test('time that an instructor gives during the exam comes to its clock', async ({ page, somebody }) => {
  const exam = await beginExam(page)
  await expect(page.getByRole('timer')).toHaveText(/^(30:00|29:\d\d)$/)
  const other = await page.context().newPage()
  await other.goto('/exam')
  const code = /Its code is (\w{4}-\w{2})/.exec(await other.getByRole('main').innerText())?.[1] ?? ''
  await other.close()

  const instructor = await somebody()
  await instructor.goto('/exam/time')
  await instructor.getByLabel('Code of the exam').fill(code)
  await instructor.getByRole('radio', { name: '50 %' }).check({ force: true })
  await instructor.getByRole('button', { name: 'Give more time' }).click()
  await expect(instructor.getByRole('status')).toContainText('begun at')
  // The page asks by itself.
  await expect(page.getByRole('timer')).toHaveText(/^44:\d\d$/, { timeout: 25_000 })
  expect(await exam.left()).toBeGreaterThan(43 * 60)
})
