import { expect, test } from '@playwright/test'
import { openLab } from './workbench.ts'

test('hosts, identities, state between lines, several lines in one paste', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('whoami; hostname')
  expect(await lab.screen()).toContain('candidate\nbase')
  await lab.type(
    'ssh controlplane',
    'sudo -i',
    'cd /etc/kubernetes && pwd',
    "alias m='ls manifests'; export x=1; f() { echo got $1; }",
  )
  await lab.type('m; echo $x; f two')
  const screen = await lab.screen()
  expect(screen).toContain('root@controlplane:~#')
  expect(screen).toContain('kube-apiserver.yaml')
  expect(screen).toContain('got two')
  await lab.paste("cat <<'EOF' > /tmp/note\na $x\nb\nEOF\ncat /tmp/note; for i in 1 2 3; do echo n$i; done\n")
  expect(await lab.screen()).toContain('a $x\nb\nn1\nn2\nn3')
  await lab.type('kubectl get pods', 'nosuchcommand')
  expect(await lab.screen()).toMatch(/kubectl.*not/)
  expect(await lab.screen()).toContain('nosuchcommand: command not found')
  expect(await lab.screen()).not.toContain('kubectl: command not found')
})

test('output streams, Ctrl+C keeps it and the shell', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await page.getByRole('region', { name: 'Terminal' }).locator('.xterm-screen').click()
  await page.keyboard.type('cd /tmp; while true; do echo tick; sleep 0.2; done')
  await page.keyboard.press('Enter')
  await expect.poll(() => lab.screen()).toContain('tick\ntick\ntick')
  await page.keyboard.press('Control+c')
  await lab.type('echo "rc $?"; pwd')
  expect(await lab.screen()).toContain('rc 130\n/tmp')
})

test('Ctrl+R, Tab and history', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('echo first-one', 'echo second')
  await page.keyboard.press('Control+r')
  await page.keyboard.type('first')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await lab.screen()).match(/^first-one$/gm)?.length).toBe(2)
  await page.keyboard.type('cat /etc/hostn')
  await page.keyboard.press('Tab')
  await expect.poll(() => lab.screen()).toContain('cat /etc/hostname')
  await page.keyboard.press('Enter')
  await expect.poll(() => lab.screen()).toMatch(/^base$/m)
})

test('vim opens the editor on that file', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('ssh controlplane', 'sudo -i', 'vim /etc/kubernetes/manifests/kube-apiserver.yaml')
  await expect(page.getByRole('tab', { name: /kube-apiserver\.yaml/ })).toHaveAttribute('aria-selected', 'true')
})
