import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

/** Every file below a folder, joined. */
function textsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(it => it.isFile())
    .map(it => readFileSync(path.join(it.parentPath, it.name), 'utf8'))
    .join('\n')
}

/**
 * Lines long enough to be told from anything else, from the files a learner must not see before they are due.
 * What the task, the start files or a lesson say too is no secret, and a path alone is none.
 */
function secretLines(slug: string): readonly string[] {
  const folder = path.resolve('labs/cks', slug)
  const shown = [readFileSync(path.join(folder, 'task.md'), 'utf8'), textsOf(path.join(folder, 'start')), lessons]
  const lines = new Set<string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/^(?:(?:pass|fail|probes)\/.*|hints\.md|explain\.md|lab\.yaml)$/.test(file) || !/\.\w+$/.test(file)) continue
    for (const raw of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
      const line = raw.trim()
      // In lab.yaml the expectations are secret: the lines that hold flow maps.
      if (file === 'lab.yaml' && !/^(?:- )?(?:\w+: *)?[{[]/.test(line)) continue
      if (line.length < 30 || !line.includes(' ') || line.includes('${{')) continue
      if (!shown.some(text => text.includes(line))) lines.add(line)
    }
  }
  return [...lines]
}

const lessons = textsOf(path.resolve('content'))

for (const slug of ['audit-the-secrets', 'write-a-seccomp-profile']) {
  test(`nothing of ${slug} reaches the browser before it is due`, async ({ page }) => {
    const secrets = secretLines(slug)
    expect(secrets.length).toBeGreaterThan(20)
    // Fetched here and handed on: a browser forgets bodies of pages that it has left.
    let all = ''
    await page.route(/^(?!.*\/static\/media\/)/, async route => {
      const response = await route.fetch({ maxRedirects: 0 })
      const body = await response.text()
      all += `${body}\n`
      await route.fulfill({ response, body })
    })
    for (const at of ['/', '/labs', '/lessons/seccomp', '/search?q=audit']) await page.goto(at)
    const lab = await openLab(page, slug)
    await lab.check()
    await lab.task.getByRole('tab', { name: /Hints/ }).click()
    await page.unrouteAll({ behavior: 'wait' })
    // JSON escapes quotes; a line is looked for as it is and as JSON has it.
    expect(all.includes('"verdicts":[')).toBe(true)
    expect(secrets.filter(it => all.includes(it) || all.includes(JSON.stringify(it).slice(1, -1)))).toEqual([])
  })
}
