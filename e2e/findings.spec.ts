import type { Page } from '@playwright/test'
import { expect, test } from './quiet-test.ts'
import { openLab, type Workbench } from './workbench.ts'

const policy = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
  - level: Metadata`

const problems = (lab: Workbench) => lab.editor.getByRole('list', { name: 'Problems' }).getByRole('listitem')
const spoken = (lab: Workbench) => lab.editor.getByRole('status')

/** Goes behind what is written and types on, as a person does: the editor indents a new line as the one above. */
async function typeOn(page: Page, text: string) {
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

async function eraseLine(page: Page) {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Delete')
}

test('a slip is marked while it is typed, and the mark goes with it', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.write(policy)
  await expect(problems(lab)).toHaveCount(0)
  await typeOn(page, '\n- levle: None')
  await expect(problems(lab).first()).toContainText('Did you mean "level"?')
  await expect(problems(lab).first()).toContainText('6:5 misspelt-field')
  await expect(lab.editor.locator('.squiggly-error').first()).toBeVisible()
  await expect(lab.editor.locator('.mark-error')).toHaveCount(1)
  await expect(lab.status).toContainText('YAML, 1 error, 1 warning')
  await expect(page.getByRole('tab', { name: /^policy\.yaml.*1 error, 1 warning/ })).toBeVisible()

  await page.keyboard.press('F8')
  await expect(spoken(lab)).toHaveText(/^Warning, line 6: .*Did you mean "level"\?$/)
  await page.keyboard.press('F8')
  await expect(spoken(lab)).toHaveText(/^Error, line 6: /)
  await page.keyboard.press('Shift+F8')
  await expect(spoken(lab)).toHaveText(/^Warning, line 6: /)

  await page.keyboard.press('End')
  await eraseLine(page)
  await expect(problems(lab)).toHaveCount(0)
  await expect(lab.status).toContainText(/YAML(?!,)/)
  await page.keyboard.press('F8')
  await expect(spoken(lab)).toHaveText('This file has no findings.')
})

test('a problem leads to its line and to the page of its code', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.write(`${policy}\n  - level: None\n    users: [jane]`)
  await expect(problems(lab)).toHaveCount(1)
  await expect(problems(lab).getByRole('link')).toHaveAttribute('href', '/findings/rule-never-decides')
  await problems(lab).getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(lab.status).toContainText('Ln 6, Col 12')
  await expect(lab.editor.locator('.monaco-editor')).toHaveClass(/\bfocused\b/)
})

test('values and keys are offered where they fit, also in a broken line', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  const offered = page.locator('.suggest-widget.visible .monaco-list-row')
  await lab.write(policy)
  await typeOn(page, '\n- level: ')
  await expect(offered).toHaveText([/^None/, /^Metadata/, /^RequestMetadata, and/, /^RequestResponse/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(lab.shown).toMatch(/- level: None$/)

  await page.keyboard.type('\n  resources: [{ group: apps, resources: [dep')
  await expect(offered.first()).toHaveText(/^deployments/)
  await expect(offered.filter({ hasText: /^pods/ })).toHaveCount(0)
  await page.keyboard.press('Escape')

  // Enter makes a line, whatever is offered, as long as nobody went into the list.
  await lab.write(`${policy}\n  - level: `)
  await page.keyboard.type('Meta')
  await expect(offered.first()).toHaveText(/^Metadata/)
  await page.keyboard.press('Enter')
  await expect.poll(lab.shown).toMatch(/- level: Meta\n\s*$/)
})

test('a field is explained under the pointer', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.write(policy)
  await lab.editor.locator('.view-line span', { hasText: /^omitStages$/ }).hover()
  await expect(page.locator('.monaco-hover-content').first()).toContainText('Stages in which nothing is logged')
})

test('a profile, rules of Falco and a configuration of containerd are read too', async ({ page }) => {
  const lab = await openLab(page, 'write-a-seccomp-profile')
  const code = (name: string) => problems(lab).filter({ hasText: name }).first()
  await lab.type('ssh node01', 'sudo -i', 'vim /var/lib/kubelet/seccomp/x.json')
  await lab.write('{ "defaultAction": "SCMP_ACT_ALOW" }')
  await expect(code('seccomp-unknown-action')).toContainText('Did you mean SCMP_ACT_ALLOW?')
  await lab.type('vim /root/rules.yaml')
  await lab.write(
    '- rule: r\n  desc: d\n  condition: evt.type = execve and proc.nme = sh\n  output: o\n  priority: WARNING\n',
  )
  await expect(code('falco-unknown-field')).toContainText('proc.nme')
  await lab.type('vim /root/config.toml')
  await lab.write("version = 9\n[plugins.'io.containerd.cri.v1.runtime']\n")
  await expect(code('containerd-version')).toBeVisible()
  await expect(lab.status).toContainText('TOML, 1 error')
})

test('findings can be turned off, and stay off', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await expect(problems(lab)).toHaveCount(1)
  await lab.status.getByRole('button', { name: 'Findings on' }).click()
  await expect(problems(lab)).toHaveCount(0)
  await expect(lab.editor.locator('.mark-glyph')).toHaveCount(0)
  await page.reload()
  await expect(lab.status.getByRole('button', { name: 'Findings off' })).toHaveAttribute('aria-pressed', 'false')
  await expect(lab.editor.locator('.monaco-editor .view-line').first()).toBeVisible()
  await expect(problems(lab)).toHaveCount(0)
  await lab.status.getByRole('button', { name: 'Findings off' }).click()
  await expect(problems(lab)).toHaveCount(1)
})
