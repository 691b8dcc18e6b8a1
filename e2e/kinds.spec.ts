import { expect, test } from './quiet-test.ts'
import { solution } from './solution.ts'
import { openLab } from './workbench.ts'

/** One lab of each kind that has no longer story of its own, with a mistake that people make. */
const labs = [
  { slug: 'change-a-falco-rule', mistake: 'fail/priority.old-priority.sh' },
  { slug: 'put-rule-files-in-order', mistake: 'fail/builder.appended-behind-or.sh' },
  { slug: 'sandbox-a-pod', mistake: 'fail/sandboxed.misspelt.sh' },
  { slug: 'mend-a-seccomp-profile', mistake: undefined },
  { slug: 'bring-the-api-server-back', mistake: undefined },
]

for (const { slug, mistake } of labs) {
  test(`${slug}: wrong, then right`, async ({ page }) => {
    const lab = await openLab(page, slug)
    if (mistake !== undefined) await lab.paste(solution(slug, mistake))
    await lab.check()
    await expect(lab.results).toContainText(/Task asks|The API server says/)
    if (mistake !== undefined) {
      await page.getByRole('button', { name: 'Reset…' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Reset the lab' }).click()
      await expect(lab.status).not.toContainText('step')
    }
    await lab.prompt()
    await lab.paste(solution(slug))
    await lab.check()
    await expect(lab.results.getByRole('status')).toContainText(/(\d+) of \1 points/)
  })
}
