import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

interface Fixtures {
  /** What browsers said that a person would not want to see: console errors and uncaught errors. */
  readonly faults: string[]
  /** Names errors that belong to the story, as a server that is away. */
  tolerate(pattern: RegExp): void
  /** A page of somebody else: another browser, another learner. */
  somebody(): Promise<Page>
  readonly quiet: undefined
}

/** Playwright's `test`, where an error in any browser's console fails the story. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the pattern
  faults: async ({}, use) => use([]),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the pattern
  tolerate: async ({}, use) => {
    tolerated.length = 0
    await use(pattern => void tolerated.push(pattern))
  },
  context: async ({ context, faults }, use) => {
    watch(context, faults)
    await use(context)
  },
  somebody: async ({ browser, faults }, use) => {
    const made: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      made.push(context)
      watch(context, faults)
      return context.newPage()
    })
    for (const context of made) await context.close()
  },
  quiet: [
    async ({ faults, tolerate: _ }, use) => {
      await use(undefined)
      expect(faults.filter(it => !tolerated.some(pattern => pattern.test(it)))).toEqual([])
    },
    { auto: true },
  ],
})

const tolerated: RegExp[] = []

function watch(context: BrowserContext, faults: string[]) {
  context.on('weberror', it => faults.push(`${it.error()}`))
  context.on('console', it => {
    if (it.type() === 'error') faults.push(`${it.text()} ${it.location().url}`)
  })
}

export { expect }
