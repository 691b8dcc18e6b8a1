import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core holds against the page as it stands: rule, and the elements it means. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> }
    }
    const { violations: found } = await axe.run()
    return found.flatMap(it =>
      it.nodes.map(node => `${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    )
  })
}
