import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'

const labs = path.resolve('labs/cks')

/** Lines long enough to be told from anything else, from the files a learner must not see before they are due. */
function secretLines(slug: string): readonly string[] {
  const folder = path.join(labs, slug)
  const shown = readFileSync(path.join(folder, 'task.md'), 'utf8')
  const lines = new Set<string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const secret =
      /^(pass|fail|probes)\//.test(file) || file === 'hints.md' || file === 'explain.md' || file === 'lab.yaml'
    if (!secret || !/\.\w+$/.test(file)) continue
    const text = readFileSync(path.join(folder, file), 'utf8')
    for (const raw of text.split('\n')) {
      const line = raw.trim()
      // In lab.yaml only the expectations are secret, which is where lines hold flow maps or paths.
      const relevant =
        file !== 'lab.yaml' || /^(- )?(audited|syscalls|starts|valid|file|answer|apiserver|[a-z]+): *\{/.test(line)
      if (relevant && line.length >= 30 && !line.includes('${{') && !shown.includes(line)) lines.add(line)
    }
  }
  return [...lines]
}

for (const slug of ['audit-the-secrets', 'write-a-seccomp-profile']) {
  test(`nothing of ${slug} reaches the browser before it is due`, async ({ page }) => {
    const secrets = secretLines(slug)
    expect(secrets.length).toBeGreaterThan(20)
    const bodies: Promise<string>[] = []
    page.on('response', it => {
      if (!it.url().includes('/static/media/')) bodies.push(it.text().catch(() => ''))
    })
    for (const at of ['/', '/labs', '/lessons/seccomp', '/search?q=audit', `/labs/cks/${slug}`]) {
      await page.goto(at)
      await page.waitForLoadState('networkidle')
    }
    await page.getByRole('button', { name: /check my work/i }).click()
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /of \d+ points/ })
        .first(),
    ).toBeVisible()
    // JSON escapes quotes; a line is looked for as it is and as JSON has it.
    const all = (await Promise.all(bodies)).join('\n')
    const reached = secrets.filter(it => all.includes(it) || all.includes(JSON.stringify(it).slice(1, -1)))
    // What the learner's own start files hold is no secret: the editor shows them.
    const start = startText(slug)
    expect(reached.filter(it => !start.includes(it))).toEqual([])
  })
}

function startText(slug: string): string {
  const folder = path.join(labs, slug, 'start')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(it => it.isFile())
    .map(it => readFileSync(path.join(it.parentPath, it.name), 'utf8'))
    .join('\n')
}
