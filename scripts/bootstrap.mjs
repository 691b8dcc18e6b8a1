// From a fresh clone to a running app or a test report with one command. Only node: built-ins: nothing is installed yet.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ready } from './bootstrap/ready.mjs'
import { stop } from './bootstrap/stop.mjs'

const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)
const [mode = 'start', ...rest] = process.argv.slice(2)
const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1

const modes = {
  async start() {
    const { startable } = await import('./bootstrap/startable.mjs')
    await startable()
    await ready(['packages', 'client', 'bundle', 'build'])
    await serve()
  },
  async dev() {
    const { startable } = await import('./bootstrap/startable.mjs')
    await startable()
    await ready(['packages', 'client', 'bundle'])
    process.argv.push('--dev')
    await serve()
  },
  async build() {
    await ready(['packages', 'client', 'bundle', 'build'])
  },
  async test() {
    await ready(['packages', 'client', 'bundle', 'build'])
    const { test } = await import('./bootstrap/test.mjs')
    process.exitCode = await test()
  },
  async bench() {
    await ready(['packages', 'client', 'bundle', 'build'])
    process.exitCode = node(['scripts/bundle-bench.mjs']) || node(['dist/bench/bench.mjs', ...rest])
  },
  async conformance() {
    await ready(['packages'], { quiet: true })
    process.exitCode = node(['--import', 'tsx', 'bench/conformance.ts', ...rest])
  },
  async cli() {
    await ready(['packages', 'client', 'bundle'], { quiet: true })
    process.exitCode = node(['dist/breakwater.mjs', ...rest])
  },
}

/** In this process, so that a signal reaches the server itself. An absolute path of Windows is no specifier; its URL is. */
const serve = () => import(pathToFileURL(path.join(root, 'dist/serve.mjs')).href)

const run = modes[mode]
if (!run) stop(`There is no mode “${mode}”. Modes: ${Object.keys(modes).join(', ')}.`)
await run()
