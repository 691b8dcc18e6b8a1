import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import { beginExam } from './exam.ts'
import { ownServer } from './own-server.ts'
import { expect, test } from './quiet-test.ts'
import { callAct } from './server-act.ts'
import { solution } from './solution.ts'
import { leave, storedEnd } from './stored-exam.ts'

test.setTimeout(90_000)

test('the last minutes are told, and the end comes before the eyes', async ({ page, tolerate }) => {
  // What is asked after the end is refused with the status 403, which the console notes.
  tolerate(/status of 403/)
  const exam = await beginExam(page)
  const sent = page.waitForRequest(/\/api\/attempts\/[\w-]+\/terminal$/)
  await exam.type('touch mine')
  const { url, headers } = await sent.then(it => ({ url: it.url(), headers: it.headers() }))
  await page.getByRole('button', { name: 'Flag', exact: true }).click()

  const alert = page.locator('.ex-alert')
  const spoken = page.getByRole('alert').filter({ hasText: 'minutes left' })
  for (const [minutes, look] of [
    [30, 'note-info'],
    [15, 'note-warn'],
    [5, 'note-miss'],
  ] as const) {
    await leave(minutes * 60 + 3, exam.id)
    await exam.hear()
    await expect(alert).toHaveText(new RegExp(`${minutes} minutes left\\. Task 1 is flagged\\.`))
    await expect(alert).toHaveClass(new RegExp(look))
    await expect(page.getByRole('timer').locator('..')).toContainText(`under ${minutes} min`)
    if (minutes === 30) await alert.getByRole('button', { name: 'Put away' }).click()
    else await expect(spoken).toHaveText(`${minutes} minutes left.`)
  }

  const endsAt = await leave(6, exam.id)
  await exam.hear()
  await exam.notepad.fill('just in time')
  await page.waitForURL(/\/report$/, { timeout: 30_000 })
  expect(Date.now()).toBeGreaterThanOrEqual(endsAt - 50)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('failed', { timeout: 20_000 })
  await expect(page.getByRole('main')).toContainText('The clock ended it')

  const late = await page.request.post(url, {
    headers: { origin: headers.origin ?? new URL(url).origin },
    data: { terminal: '1', text: 'touch late', after: 1 },
  })
  expect(await late.text()).toContain('The exam is over.')
  const attempt = url.split('/').at(-2) ?? ''
  const act = { attempt, after: 1, tab: 'late' }
  for (const [name, more] of [
    ['saveFile', { host: 'base', path: '/tmp/late', text: 'touch late' }],
    ['reset', {}],
    ['check', {}],
  ] as const)
    expect(await callAct(page, '/labs/cks/offer-a-sandbox', name, { ...act, ...more }), name).toContain(
      'The exam is over.',
    )
  const kept = await (await page.request.get('/progress/export')).text()
  expect(kept).toContain('just in time')
  expect(kept).not.toContain('touch late')
  await page.goto(`/exam/${exam.id}`)
  await page.waitForURL(/\/report$/)
})

test('one that ends while nobody is connected is graded once', async ({ page, context }) => {
  const exam = await beginExam(page)
  await exam.paste(solution('sandbox-a-pod'))
  await page.close()
  const endsAt = await leave(1, exam.id)
  const at = () => storedEnd(exam.id)
  await expect.poll(async () => (await at()).gradedAt, { timeout: 20_000 }).toBeDefined()
  const graded = await at()
  expect(graded).toMatchObject({ endsAt, closedAt: endsAt, score: 21 })

  const later = await context.newPage()
  await later.goto(`/exam/${exam.id}`)
  await later.waitForURL(/\/report$/)
  await expect(later.getByRole('heading', { level: 1 })).toContainText('failed with 21 of 100')
  expect(await at()).toEqual(graded)
})

test('one that ends while the server is down is graded at its start, once', async ({ page, tolerate }) => {
  tolerate(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/)
  const server = await ownServer()
  try {
    await server.start()
    const exam = await beginExam(page, { base: server.url })
    await exam.paste(solution('sandbox-a-pod'))
    const endsAt = await leave(8, exam.id, server.data)
    await exam.hear()
    await expect.poll(exam.left).toBeLessThan(10)
    await server.kill()
    expect(Date.now()).toBeLessThan(endsAt)
    const at = () => storedEnd(exam.id, server.data)
    await expect(page.locator('.ex-alert')).toContainText('The time is over. What was saved is graded', {
      timeout: 20_000,
    })
    expect((await at()).gradedAt).toBeUndefined()

    await server.start()
    await page.waitForURL(/\/report$/, { timeout: 20_000 })
    await expect.poll(async () => (await at()).gradedAt, { timeout: 20_000 }).toBeDefined()
    const graded = await at()
    expect(graded).toMatchObject({ endsAt, closedAt: endsAt, score: 21 })
    const report: ExamReport = JSON.parse(graded.report ?? '')
    expect(report).toMatchObject({ ended: 'clock', endedAt: endsAt, score: 21 })

    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toContainText('failed with 21 of 100')
    await server.kill()
    await server.start()
    await page.reload()
    await expect(heading).toContainText('failed with 21 of 100')
    expect(await at()).toEqual(graded)
  } finally {
    await server.remove()
  }
})
