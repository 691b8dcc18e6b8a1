import type { Page } from '@playwright/test'
import { ownServer } from './own-server.ts'
import { expect, test } from './quiet-test.ts'
import { openLab, type Workbench, workbench } from './workbench.ts'

const edited = 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: None\n'

/** Leaves something of every kind: shells within shells, a file by the terminal and one by the editor, a hint, a check. */
async function workOn(lab: Workbench) {
  await lab.type('ssh controlplane', 'sudo -i', 'cd /etc/kubernetes; kept=yes; echo by-shell > /root/made')
  await lab.write(edited)
  await expect(lab.status).toContainText('Saved, step 4')
  await lab.task.getByRole('tab', { name: /Hints/ }).click()
  await lab.task
    .getByRole('button', { name: /Open hint 1/ })
    .first()
    .click()
  await expect(lab.task.getByText('Hint 1, opened')).toHaveCount(1)
  await lab.check()
}

async function everythingIsThere(page: Page, lab: Workbench) {
  expect(await lab.screen()).toContain('cd /etc/kubernetes; kept=yes; echo by-shell > /root/made')
  await expect(lab.status).toContainText('Saved, step 4')
  await expect(lab.results.locator('.sum')).toContainText('0 of 10 points')
  expect(await lab.shown()).toBe(edited)
  await expect(lab.task.getByRole('tab', { name: /Hints 1 of/ })).toBeVisible()
  await lab.type('pwd; whoami; hostname; echo "kept=$kept"; cat /root/made')
  expect(await lab.screen()).toContain('/etc/kubernetes\nroot\ncontrolplane\nkept=yes\nby-shell')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect.poll(lab.screen).toMatch(/# cd \/etc\/kubernetes; kept=yes; echo by-shell > \/root\/made$/)
  await page.keyboard.press('Control+c')
  await lab.type('exit', 'exit', 'hostname')
  expect(await lab.screen()).toMatch(/\nbase\n/)
}

test.use({ viewport: { width: 1366, height: 1200 } })

test('after a reload everything is there', async ({ page }) => {
  await workOn(await openLab(page, 'audit-the-secrets'))
  await page.reload()
  await everythingIsThere(page, await workbench(page))
})

test.describe('a server that is killed', () => {
  test.beforeEach(({ tolerate }) => {
    tolerate(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/)
  })

  test('loses nothing that it acknowledged', async ({ page }) => {
    const server = await ownServer()
    try {
      await server.start()
      await workOn(await openLab(page, 'audit-the-secrets', server.url))
      await server.kill()
      await server.start()
      await page.reload()
      await everythingIsThere(page, await workbench(page))
    } finally {
      await server.remove()
    }
  })

  test('is waited for: what was typed meanwhile is run and saved once it is back', async ({ page }) => {
    const server = await ownServer()
    try {
      await server.start()
      const lab = await openLab(page, 'audit-the-secrets', server.url)
      await lab.type('ssh controlplane', 'sudo -i', 'echo once >> /root/log')
      await server.kill()
      await lab.write(edited)
      await expect(page.getByText('The server does not answer. You can go on typing')).toBeVisible()
      await lab.terminal.locator('.xterm-screen').click()
      await page.keyboard.type('echo twice >> /root/log')
      await page.keyboard.press('Enter')
      await server.start()
      await expect(page.getByText('The server does not answer. You can go on typing')).toBeHidden({ timeout: 20_000 })
      await expect(lab.status).toContainText('Saved, step 5', { timeout: 20_000 })
      await lab.prompt()
      await lab.type('cat /root/log; cat /etc/kubernetes/audit/policy.yaml')
      expect(await lab.screen()).toContain(`once\ntwice\n${edited}`)
    } finally {
      await server.remove()
    }
  })

  test('in the middle of a command: the line is run again, once', async ({ page }) => {
    const server = await ownServer()
    try {
      await server.start()
      const lab = await openLab(page, 'audit-the-secrets', server.url)
      await lab.terminal.locator('.xterm-screen').click()
      await page.keyboard.type('echo begun; sleep 2; echo ended >> /tmp/log')
      await page.keyboard.press('Enter')
      await expect.poll(lab.screen).toMatch(/\nbegun$/)
      await server.kill()
      await expect.poll(lab.screen).toContain('The server does not answer.')
      await server.start()
      await expect(lab.status).toContainText('Saved, step 1', { timeout: 20_000 })
      await lab.prompt()
      await lab.type('cat /tmp/log')
      expect(await lab.screen()).toMatch(/cat \/tmp\/log\nended\ncandidate/)
    } finally {
      await server.remove()
    }
  })
})
