import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { browser } from '../scripts/bootstrap/browser.mjs'
import { type Percentiles, percentiles } from './percentiles.ts'

/**
 * The JavaScript of the worker that reads files while somebody types, gzipped, in KB (1,000 bytes): all that a file of each
 * kind needs, and what loads with the worker itself.
 */
export async function workerSize(): Promise<Readonly<Record<string, number>>> {
  const { outputFiles, metafile } = await build({
    entryPoints: ['components/workbench/findings/findings.worker.ts'],
    ...{
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      outdir: 'unwritten',
      write: false,
      metafile: true,
    },
  })
  const bytes = new Map(outputFiles.map(({ path, contents }) => [basename(path), gzipSync(contents).length]))
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]))
  const needed = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found
    found.add(name)
    for (const { path, kind } of outputs.get(name)?.imports ?? [])
      if (kind === 'import-statement') needed(basename(path), found)
    return found
  }
  const kilobytes = (names: Iterable<string>) =>
    Math.round([...new Set(names)].reduce((sum, name) => sum + (bytes.get(name) ?? 0), 0) / 100) / 10
  const start = [...outputs].filter(([, { entryPoint }]) => entryPoint?.endsWith('.worker.ts')).map(([name]) => name)
  const always = start.flatMap(name => [...needed(name)])
  const kinds = new Map<string, string[]>()
  for (const [name, { entryPoint = '' }] of outputs) {
    const kind = /engine\/validation\/([^/]+)\//.exec(entryPoint)?.[1]
    if (kind) kinds.set(kind, [...(kinds.get(kind) ?? always), ...needed(name)])
  }
  return {
    start: kilobytes(always),
    ...Object.fromEntries([...kinds].map(([kind, names]) => [kind, kilobytes(names)])),
  }
}

export interface Typing {
  /** From Monaco's first line to the first mark, milliseconds: the worker and what it needs are loaded in between. */
  readonly firstMark: number
  /** From a key to the mark that it makes or takes away, milliseconds. */
  readonly keyToMark: Percentiles
}

/** Types in an audit policy of 200 lines in a real browser, as a person who misspells a level and corrects it. */
export async function typing(url: string, lab: string, count: number): Promise<Typing> {
  const executablePath = await browser()
  const root = process.getuid?.() === 0
  const chrome = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...(root ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  })
  try {
    const page = await chrome.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(`${url}/labs/${lab}`)
    await page.locator('.monaco-editor .view-line').first().waitFor()
    const began = performance.now()
    await page.locator('.mark-glyph').first().waitFor()
    const firstMark = Math.round(performance.now() - began)
    await write(page, policy(200))
    await page.locator('.problems').waitFor({ state: 'detached' })
    const samples: number[] = []
    for (let i = 0; i < count + 10; i++) {
      const took = await measured(page, i % 2 === 0 ? 'x' : 'Backspace')
      if (i >= 10) samples.push(took)
    }
    return { firstMark, keyToMark: percentiles(samples) }
  } finally {
    await chrome.close()
  }
}

async function write(page: Page, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(it => navigator.clipboard.writeText(it), text)
  await page.locator('.monaco-editor .view-lines').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+V')
  await page.locator('footer.status', { hasText: /Ln \d{3}/ }).waitFor()
  // The first rule's level: a line that the list of problems does not hide.
  await page.keyboard.press('Control+Home')
  for (let line = 0; line < 3; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
}

/** Every key here makes an error at the line, or takes it away. */
async function measured(page: Page, key: string): Promise<number> {
  const waiting = await page.evaluateHandle(() => {
    const before = document.querySelectorAll('.monaco-editor .mark-error').length
    let began = 0
    addEventListener('keydown', () => (began = performance.now()), { capture: true, once: true })
    const took = new Promise<number>(resolve => {
      const observer = new MutationObserver(() => {
        if (began === 0 || document.querySelectorAll('.monaco-editor .mark-error').length === before) return
        observer.disconnect()
        resolve(performance.now() - began)
      })
      observer.observe(document.body, { subtree: true, childList: true, attributes: true })
    })
    // In a list, because a promise by itself would be waited for here.
    return [took]
  })
  await page.keyboard.press(key)
  const milliseconds = await waiting.evaluate(([took]) => took ?? 0)
  await page.waitForTimeout(60)
  return milliseconds
}

/** A policy of about so many lines, five to a rule, each rule for another namespace. */
function policy(lines: number): string {
  const rules = Array.from({ length: Math.floor((lines - 4) / 5) }, (_, index) =>
    [
      '  - level: Request',
      `    namespaces: [team-${index}]`,
      '    verbs: [create, update]',
      '    resources:',
      '      - { group: apps, resources: [deployments, statefulsets] }',
    ].join('\n'),
  )
  return ['apiVersion: audit.k8s.io/v1', 'kind: Policy', 'rules:', ...rules, '  - level: Metadata'].join('\n')
}
