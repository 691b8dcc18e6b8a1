import type { Page } from '@playwright/test'

export interface Answers {
  /** Everything that the server answered until now. */
  soFar(): string
  /** Stops reading, and gives everything. */
  end(): Promise<string>
}

/** Keeps what the server answers to a page, fonts apart. Fetched here and handed on: a browser forgets bodies of pages that it has left. */
export async function readAlong(page: Page): Promise<Answers> {
  let all = ''
  await page.route(/^(?!.*\/static\/media\/)/, async route => {
    const response = await route.fetch({ maxRedirects: 0 })
    const body = await response.text()
    all += `${response.url()}\n${body}\n`
    await route.fulfill({ response, body })
  })
  return {
    soFar: () => all,
    async end() {
      await page.unrouteAll({ behavior: 'wait' })
      return all
    },
  }
}
