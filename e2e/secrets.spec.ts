import { found, secretLines } from './lab-secrets.ts'
import { expect, test } from './quiet-test.ts'
import { readAlong } from './read-along.ts'
import { openLab } from './workbench.ts'

for (const slug of ['audit-the-secrets', 'write-a-seccomp-profile']) {
  test(`nothing of ${slug} reaches the browser before it is due`, async ({ page }) => {
    const secrets = secretLines(slug)
    expect(secrets.length).toBeGreaterThan(20)
    const answers = await readAlong(page)
    for (const at of ['/', '/labs', '/lessons/seccomp', '/search?q=audit']) await page.goto(at)
    const lab = await openLab(page, slug)
    await lab.check()
    await lab.task.getByRole('tab', { name: /Hints/ }).click()
    const all = await answers.end()
    expect(all.includes('"verdicts":[')).toBe(true)
    expect(found(all, secrets)).toEqual([])
  })
}
