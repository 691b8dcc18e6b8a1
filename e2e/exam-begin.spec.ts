import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { ownServer } from './own-server.ts'
import { expect, test } from './quiet-test.ts'

const tour = (page: Page) => page.getByRole('region', { name: 'Tour of the screen' })

/** From the list of exams to the page with the rules. */
async function choose(page: Page, exam: string, word: string) {
  await page.goto('/exam')
  await page.getByLabel('Word of the class').fill(word)
  await page.getByRole('button', { name: `Begin: ${exam}…` }).click()
  await page.waitForURL('**/exam/start/*')
  await page.waitForLoadState('networkidle')
}

async function start(page: Page) {
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await page.waitForURL(/\/exam\/[\w-]{22}$/)
}

const tasks = (page: Page) => page.getByRole('navigation', { name: 'Tasks' }).getByRole('button').allInnerTexts()

test('rules and a tour come before the clock; a class has the same tasks; an instructor gives more time by the code', async ({
  page,
  somebody,
}) => {
  await choose(page, 'Half an hour, four tasks', 'Skerry ')
  await expect(page.getByRole('main')).toContainText('4 tasks in 30 minutes. 67 % passes.')
  await expect(page.getByRole('main')).toContainText('Nothing is checked before the end.')
  expect(await violations(page)).toEqual([])

  const picture = tour(page).getByRole('img')
  const next = tour(page).getByRole('button', { name: 'Next', exact: true })
  await next.focus()
  const seen = [await picture.getAttribute('aria-label')]
  for (let step = 2; step <= 5; step++) {
    await page.keyboard.press('Enter')
    await expect(tour(page).getByRole('status')).toContainText(`Step ${step} of 5.`)
    seen.push(await picture.getAttribute('aria-label'))
  }
  expect(new Set(seen).size).toBe(5)
  await page.keyboard.press('Enter')
  await expect(tour(page)).toContainText('5 of 5')
  await expect(next).toBeFocused()

  await start(page)
  const mine = await tasks(page)
  expect(mine).toHaveLength(4)
  const other = await somebody()
  await choose(other, 'Half an hour, four tasks', ' skerry')
  await start(other)
  expect(await tasks(other)).toEqual(mine)

  await page.goto('/exam')
  const main = page.getByRole('main')
  await expect(main).toContainText('29 minutes are left.')
  await expect(page.getByRole('button', { name: /^Begin/ })).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  const code = /Its code is (\w{4}-\w{2})/.exec(await main.innerText())?.[1] ?? ''

  const instructor = await somebody()
  await instructor.goto('/exam/time')
  await instructor.getByLabel('Code of the exam').fill(code.toLowerCase().replace('-', ' '))
  await instructor.getByRole('radio', { name: '50 %' }).check({ force: true })
  await instructor.getByRole('button', { name: 'Give more time' }).click()
  await expect(instructor.getByRole('status')).toContainText('“Half an hour, four tasks”, begun at')
  await page.reload()
  await expect(main).toContainText('44 minutes are left.')

  // What was open before does not start a second one.
  await page.goto('/exam/start/hour')
  await expect(main).toContainText('“Half an hour, four tasks” is running, and only one exam can.')
  await expect(page.getByRole('button', { name: 'Start the clock' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Go on with the exam' }).click()
  await page.waitForURL(/\/exam\/[\w-]{22}$/)
  expect(await tasks(page)).toEqual(mine)
})

test('bound to more than loopback, only who has the token is an instructor, whatever a header says', async ({
  browser,
}) => {
  const token = 'a-word-for-the-harbour'
  const server = await ownServer({ HOST: '0.0.0.0', BREAKWATER_INSTRUCTOR_TOKEN: token })
  await server.start()
  const context = await browser.newContext({ baseURL: server.url })
  try {
    await context.setExtraHTTPHeaders({ 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '127.0.0.1' })
    const page = await context.newPage()
    await page.goto('/exam')
    await expect(page.getByLabel('More time')).toHaveCount(0)
    await page.goto('/exam/start/short?extra=100')
    await expect(page.getByRole('main')).toContainText('4 tasks in 30 minutes.')
    await page.goto('/exam/time')
    await page.getByRole('link', { name: 'Sign in as an instructor' }).click()
    const field = page.getByLabel('Token')
    await field.fill('another-word-than-it')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('This is not the token.')
    await field.fill(token)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('main')).toContainText('You are signed in as an instructor.')
    const cookie = (await context.cookies()).find(it => it.name === 'breakwater_instructor')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    expect(cookie?.value).not.toContain(token)
    await page.goto('/exam/start/short?extra=100')
    await expect(page.getByRole('main')).toContainText('4 tasks in 60 minutes.')
    await page.goto('/instructor')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByLabel('Token')).toBeVisible()
  } finally {
    await context.close()
    await server.remove()
  }
})
