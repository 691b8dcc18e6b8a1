/**
 * Takes docs/images/workbench.png for the README from a running server. By hand, and looked at before it is committed:
 * `npm run build`, then `PORT=3210 node dist/serve.mjs`, then `npx tsx scripts/update-screenshot.ts http://localhost:3210`.
 */
import { chromium } from '@playwright/test'
import { auditSolution } from '../e2e/solution.ts'
import { openLab } from '../e2e/workbench.ts'
import { browser } from './bootstrap/browser.mjs'

const [, , url = 'http://localhost:3000'] = process.argv
const executablePath = await browser()
const chrome = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await chrome.newPage({ viewport: { width: 1366, height: 768 }, colorScheme: 'light' })
const lab = await openLab(page, 'audit-the-secrets', url)
await lab.paste(auditSolution().rest)
await lab.type('clear', 'ls', 'grep -- --audit kube-apiserver.yaml')
await lab.check()
await lab.editor.locator('.l-lit').waitFor()
await page.mouse.move(700, 400)
await page.screenshot({ path: 'docs/images/workbench.png' })
await chrome.close()
