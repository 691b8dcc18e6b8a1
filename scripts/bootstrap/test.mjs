import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

const reports = 'node_modules/.cache/reports'

/**
 * Runs everything that CI runs and ends with one line that sums all runners.
 * Returns the exit code: 0 when nothing failed.
 */
export async function test() {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const results = [
    single('lock file', ['scripts/lockcheck.mjs']),
    single('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']),
    single('types of the engine', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'engine/tsconfig.json']),
    single('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']),
    vitest(),
    conformance(),
    await playwright(),
  ]
  const passed = results.reduce((sum, it) => sum + it.passed, 0)
  const failed = results.reduce((sum, it) => sum + it.failed, 0)
  console.log('')
  for (const it of results) console.log(`  ${it.name}: ${it.passed} passed, ${it.failed} failed`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function run(args, env = {}) {
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
}

/** A tool that has one answer counts as one test. */
function single(name, args) {
  console.log(`— ${name}`)
  const failed = run(args) === 0 ? 0 : 1
  return { name, passed: 1 - failed, failed }
}

function vitest() {
  console.log('— units')
  const file = `${reports}/vitest.json`
  const status = run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  if (!existsSync(file)) return { name: 'units', passed: 0, failed: 1 }
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8'))
  // A suite that cannot be loaded fails without a failed test.
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? numFailedTestSuites : 0)
  return { name: 'units', passed, failed: failed === 0 && status !== 0 ? 1 : failed }
}

/** Verdicts recorded from the real components, each file as one; without recordings there are none. */
function conformance() {
  console.log('— conformance')
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'bench/conformance.ts', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const name = 'conformance'
  try {
    const files = JSON.parse(done.stdout).filter(({ cases }) => cases > 0)
    const failed = files.filter(({ fell }) => fell !== undefined).length
    return { name, passed: files.length - failed, failed: failed === 0 && done.status !== 0 ? 1 : failed }
  } catch {
    return { name, passed: 0, failed: 1 }
  }
}

async function playwright() {
  console.log('— browser stories')
  const { browser } = await import('./browser.mjs')
  if (!(await browser())) {
    console.error(
      'There is no Chromium or Chrome here, so no browser story can run. Install one (Debian: apt-get install chromium), ' +
        'or run “npx playwright install chromium”, then run npm test again.',
    )
    return { name: 'browser stories', passed: 0, failed: 1 }
  }
  const file = `${reports}/playwright.json`
  const status = run(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  if (!existsSync(file)) return { name: 'browser stories', passed: 0, failed: 1 }
  const { expected: passed, unexpected, flaky } = JSON.parse(readFileSync(file, 'utf8')).stats
  const failed = unexpected + flaky
  return { name: 'browser stories', passed, failed: failed === 0 && status !== 0 ? 1 : failed }
}
