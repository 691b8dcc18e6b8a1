import { defineConfig } from '@playwright/test'
import { port } from './e2e/port.ts'
import { storyData } from './e2e/story-data.ts'
import { browser } from './scripts/bootstrap/browser.mjs'

const executablePath = await browser()
const root = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...(root ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node dist/serve.mjs',
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
    stdout: 'ignore',
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      BREAKWATER_DATA: storyData,
    },
  },
})
