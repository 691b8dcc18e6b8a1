import type { APIResponse, Page, Request } from '@playwright/test'
import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

/** As long as an id, and nobody's. */
const unknown = 'AAAAAAAAAAAAAAAAAAAAAA'

test('pages show each learner only what is theirs', async ({ page, somebody }) => {
  const mine = await openLab(page, 'audit-the-secrets')
  await mine.type('echo mine > /tmp/mine')
  await mine.check()

  const other = await somebody()
  await other.goto('/progress')
  await expect(other.getByRole('main')).toContainText('Nothing here yet.')
  const theirs = await openLab(other, 'audit-the-secrets')
  await expect(theirs.results).toContainText('No checks yet')
  await theirs.type('cat /tmp/mine; echo theirs > /tmp/mine')
  expect(await theirs.screen()).toContain('No such file or directory')

  await mine.type('cat /tmp/mine')
  expect(await mine.screen()).toContain('\nmine\n')
})

test('somebody else’s attempt answers exactly as one that does not exist', async ({ page, somebody }) => {
  const acts: Request[] = []
  page.on('request', it => {
    if (it.method() === 'POST') acts.push(it)
  })
  // Everything that an attempt can be asked for, so that all of it can be asked by somebody else.
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('echo mine > /tmp/mine')
  await lab.write('# mine\n')
  await expect(lab.status).toContainText('Saved, step 2')
  await lab.check()
  await lab.terminal.getByRole('button', { name: 'New terminal' }).click()
  await lab.editor.getByRole('button', { name: 'Files' }).click()
  await page.getByRole('treeitem', { name: 'hosts', exact: true }).click()
  await expect(page.getByRole('tab', { name: 'hosts' })).toHaveAttribute('aria-selected', 'true')
  await lab.task.getByRole('tab', { name: /Hints/ }).click()
  await lab.task.getByRole('button', { name: 'Open hint 1' }).first().click()
  await page.keyboard.press('Alt+Shift+Z')
  await expect(lab.status).toContainText('Saved, step 1')
  await page.keyboard.press('Alt+Shift+Y')
  await expect(lab.status).toContainText('Saved, step 2')
  await lab.task.getByRole('button', { name: 'Give up and see the solution…' }).click()
  await page.getByRole('button', { name: 'Give up', exact: true }).click()
  await expect(lab.task).toContainText('One way to do it')
  await page.getByRole('button', { name: 'Reset…' }).click()
  await page.getByRole('button', { name: 'Reset the lab' }).click()
  await expect(lab.status).not.toContainText('step')
  const attempt = /"attempt":"([\w-]+)"/.exec(acts.map(it => it.postData() ?? '').join('\n'))?.[1] ?? ''
  expect(attempt).toMatch(/^[\w-]{22}$/)

  const other = await somebody()
  await other.goto('/labs')
  const kinds = new Map(acts.map(it => [it.headers()['next-action'] ?? new URL(it.url()).pathname, it]))
  expect(kinds.size).toBeGreaterThanOrEqual(11)
  for (const act of kinds.values()) {
    const [theirs, nobodys] = [await ask(other, act, attempt, attempt), await ask(other, act, attempt, unknown)]
    expect(await answer(theirs, attempt), act.postData() ?? act.url()).toEqual(await answer(nobodys, unknown))
  }
  for (const [route, data] of routes) {
    const [theirs, nobodys] = await Promise.all(
      [attempt, unknown].map(id => other.request.post(`/api/attempts/${id}/${route}`, { data })),
    )
    expect(theirs?.status(), route).toBe(404)
    expect(await theirs?.text(), route).toBe(await nobodys?.text())
  }
})

const routes = [
  ['terminal', { terminal: '1', text: 'cat /tmp/mine', after: 0 }],
  ['complete', { terminal: '1', line: 'cat /tm', cursor: 7 }],
  ['interrupt', { terminal: '1' }],
  ['terminals', {}],
] as const

/** Sends a recorded act again, from another browser and about another attempt. */
function ask(page: Page, act: Request, was: string, attempt: string): Promise<APIResponse> {
  const { 'next-action': action = '', 'content-type': type = '' } = act.headers()
  return page.request.post(act.url().replace(was, attempt), {
    headers: { 'content-type': type, ...(action === '' ? {} : { 'next-action': action, accept: 'text/x-component' }) },
    data: Buffer.from((act.postData() ?? '').replaceAll(was, attempt)),
  })
}

async function answer(response: APIResponse, attempt: string) {
  const text = await response.text()
  expect(text).toContain('There is no such attempt.')
  return { status: response.status(), text: text.replaceAll(attempt, '') }
}
