import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

// Tall, so that what is asked for has not scrolled away.
test.use({ viewport: { width: 1366, height: 1600 } })

test('hosts, identities, and state that lasts from line to line', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('whoami; hostname')
  expect(await lab.screen()).toContain('candidate\nbase')
  await lab.type(
    'ssh controlplane',
    'sudo -i',
    'cd /etc/kubernetes && pwd',
    "alias m='ls manifests'; export x=1; f() { echo got $1; }",
    'm; echo x=$x; f two',
  )
  const screen = await lab.screen()
  expect(screen).toContain('root@controlplane:~#')
  expect(screen).toContain('kube-apiserver.yaml')
  expect(screen).toContain('x=1\ngot two')
  await expect(lab.status).toContainText('root@controlplane')
  await lab.type('exit', 'exit', 'ssh node01', 'hostname; whoami')
  expect(await lab.screen()).toContain('node01\ncandidate')
  await expect(lab.status).toContainText('the task is on controlplane')
})

test('several lines in one paste, here-documents and loops among them', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.paste("cat <<'EOF' > /tmp/note\na $x\nb\nEOF\ncat /tmp/note\nfor i in 1 2 3; do\n  echo n$i\ndone")
  const screen = await lab.screen()
  expect(screen).toContain('a $x\nb\n')
  expect(screen).toContain('n1\nn2\nn3')
})

test('what this lab does not have says so, and is told from a slip', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('ssh controlplane', 'kubectl get pods', 'nosuchcommand', 'echo $?')
  const screen = await lab.screen()
  expect(screen).toMatch(/^kubectl.*\bnot\b/m)
  expect(screen).not.toContain('kubectl: command not found')
  expect(screen).toContain('nosuchcommand: command not found\n')
  expect(screen).toContain('\n127\n')
})

test('output streams, Ctrl+C keeps it and the shell', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.terminal.locator('.xterm-screen').click()
  await page.keyboard.type('cd /tmp; while true; do echo tick; sleep 0.2; done')
  await page.keyboard.press('Enter')
  await expect.poll(lab.screen).toContain('tick\ntick\ntick')
  await page.keyboard.press('Control+c')
  await lab.prompt()
  await lab.type('echo "rc $?"; pwd')
  const screen = await lab.screen()
  expect(screen).toContain('tick\ntick\ntick')
  expect(screen).toContain('rc 130\n/tmp')
})

test('Ctrl+R, Tab and the history', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('echo first-one', 'echo second')
  await page.keyboard.press('Control+r')
  await page.keyboard.type('first')
  await expect.poll(lab.screen).toContain("(reverse-i-search)`first': echo first-one")
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await lab.screen()).match(/^first-one$/gm)?.length).toBe(2)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect.poll(lab.screen).toMatch(/\$ echo second$/)
  await page.keyboard.press('Control+u')
  await page.keyboard.type('cat /etc/hostn')
  await page.keyboard.press('Tab')
  await expect.poll(lab.screen).toContain('cat /etc/hostname')
  await page.keyboard.press('Enter')
  await expect.poll(lab.screen).toMatch(/^base$/m)
})

test('vim opens the editor on that file, and what is typed there is in the terminal', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('ssh controlplane', 'sudo -i', 'vim /etc/kubernetes/manifests/kube-apiserver.yaml')
  await expect(page.getByRole('tab', { name: /kube-apiserver\.yaml/ })).toHaveAttribute('aria-selected', 'true')
  await lab.type('nano /root/new.txt')
  await expect(page.getByRole('tab', { name: /new\.txt/ })).toHaveAttribute('aria-selected', 'true')
  await expect(lab.editor.locator('.monaco-editor')).toHaveClass(/\bfocused\b/)
  await page.keyboard.insertText('one line\n')
  await expect(lab.status).toContainText('Saved, step 5')
  await lab.type('cat /root/new.txt')
  expect(await lab.screen()).toContain('\none line\n')
})

test('two terminals of one attempt are two shells on the same files', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  await lab.type('cd /tmp; x=1; echo shared > /tmp/both')
  await lab.terminal.getByRole('button', { name: 'New terminal' }).click()
  await expect(lab.terminal.getByRole('tab')).toHaveCount(2)
  await lab.prompt()
  await lab.type('pwd; echo "x=$x"; cat /tmp/both')
  expect(await lab.screen()).toContain('/home/candidate\nx=\nshared')
})
