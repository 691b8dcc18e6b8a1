import { expect, test } from './quiet-test.ts'
import { auditSolution, solution } from './solution.ts'
import { openLab, workbench } from './workbench.ts'

test('from the first page through a wrong answer and a right one to progress', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Read a lesson' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Seccomp')
  await page.goto('/')
  await page.getByRole('link', { name: /start the first lab/i }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit the Secrets, not their values')
  const lab = await workbench(page)
  await expect(lab.results).toContainText('No checks yet')

  // Wired in, but the catch-all of the start stands first: the checks miss, and the lit line says why.
  const { policy, rest } = auditSolution()
  await lab.paste(rest)
  await lab.check()
  await expect(lab.results).toContainText('get configmaps/app by jane in prod')
  await expect(lab.results).toContainText('Decided by')
  await expect(lab.results).toContainText('Rule 1 matches first, so rule 2 is never asked.')
  await expect(lab.editor.locator('.l-lit')).toHaveCount(1)
  await expect(lab.editor.locator('.l-note').first()).toContainText('decides')

  await lab.paste(`cat > /etc/kubernetes/audit/policy.yaml <<'EOF'\n${policy}EOF`)
  await expect(lab.editor.locator('.l-lit')).toHaveCount(0)
  await expect(lab.results.getByText('changed since this check')).toBeVisible()
  await lab.check()
  await expect(lab.results.getByRole('status')).toContainText('10 of 10 points')

  await page.goto('/progress')
  const row = page.getByRole('row', { name: /Audit the Secrets/ })
  await expect(row).toContainText('Solved')
  await expect(row.getByRole('cell').nth(4)).toHaveText('2')
  await page.goto('/labs')
  await expect(page.getByRole('main')).toContainText('Solved')
})

test('the editor mends what a check showed, and saves by itself', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  const { policy, rest } = auditSolution()
  await lab.paste(rest)
  await lab.check()
  await lab.results
    .getByRole('button', { name: /^Go to line 5/ })
    .first()
    .click()
  await expect(lab.status).toContainText('Ln 5, Col 1')
  const before = /step (\d+)/.exec(await lab.status.innerText())?.[1]

  await lab.write(policy.replace(/ {2}- level: Metadata\n$/, ''))
  await expect(lab.status).toContainText(`Saved, step ${Number(before) + 1}`)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('  - level: Metadata')
  await expect(lab.status).toContainText('Saved, step')
  await expect(lab.editor.getByRole('img', { name: 'not saved' })).toHaveCount(0)
  await expect(lab.results.getByText('changed since this check')).toBeVisible()
  await page.keyboard.press('Alt+Enter')
  await expect(lab.results.getByRole('status')).toContainText('10 of 10 points')
  await expect(lab.results).toContainText('was 5')

  await lab.type('clear', 'tail -n 2 /etc/kubernetes/audit/policy.yaml; echo')
  expect(await lab.screen()).toContain('resources: ["secrets", "configmaps"]\n  - level: Metadata\n')
})

test('what is typed just before a check is saved first', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.paste(auditSolution().rest)
  await lab.write('apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []\n')
  await page.keyboard.press('Alt+Enter')
  await lab.checked()
  await expect(lab.results.locator('.sum')).toContainText('0 of 10 points')
})

test('the seccomp lab is solved by its solution', async ({ page }) => {
  const lab = await openLab(page, 'write-a-seccomp-profile')
  await lab.check()
  await expect(lab.results.locator('.sum')).toContainText('0 of 10 points')
  await lab.paste(solution('write-a-seccomp-profile'))
  await lab.check()
  await expect(lab.results.getByRole('status')).toContainText('10 of 10 points')
})
