import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stop } from './stop.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Node ${process.versions.node} is too old. Install Node 20.19 or newer, then run the command again.`)
}

const stamps = 'node_modules/.cache/bootstrap'
const platform = `${process.versions.modules}-${process.platform}-${process.arch}`
const began = performance.now()

/** sha256 over files and folders, names included, so that a step runs again when anything it reads has changed. */
function digest(inputs) {
  const hash = createHash('sha256').update(platform)
  const add = at => {
    if (!existsSync(at)) return
    if (statSync(at).isDirectory()) for (const name of readdirSync(at).sort()) add(path.join(at, name))
    else hash.update(`${at}\0`).update(readFileSync(at))
  }
  inputs.forEach(add)
  return hash.digest('hex')
}

const sources = ['engine', 'packs', 'sessions', 'server', 'cli', 'scripts', 'package-lock.json', 'prisma/schema.prisma']

/** Each step: what it reads, what must exist after it, and how it is done. A step whose stamp fits is left out. */
const steps = {
  packages: {
    says: 'installing packages (once; a minute or two)',
    reads: ['package-lock.json'],
    makes: 'node_modules/next/package.json',
    run: install,
  },
  client: {
    says: 'generating the database client',
    reads: ['prisma/schema.prisma', 'package-lock.json'],
    makes: 'generated/prisma',
    run: () =>
      command(['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
        // The schema engine is a binary that Prisma would fetch from elsewhere; generating does not need it.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
  },
  bundle: {
    says: 'bundling the server, the shell’s worker and the command line',
    reads: [...sources, 'content/findings'],
    makes: 'dist/serve.mjs',
    run: () => command(['scripts/bundle.mjs']),
  },
  build: {
    says: 'building the pages (half a minute)',
    reads: [
      ...sources,
      'app',
      'components',
      'content',
      'labs',
      'public',
      'proxy.ts',
      'next.config.ts',
      'postcss.config.mjs',
      'tsconfig.json',
    ],
    makes: '.next/csp-hashes.json',
    run() {
      command(['node_modules/next/dist/bin/next', 'build'], { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' })
      command(['scripts/csp-hashes.mjs'])
    },
  },
}

/** Brings everything up to date that `names` list, in that order, telling each step as it goes. */
export async function ready(names, { quiet = false } = {}) {
  for (const name of names) {
    const step = steps[name]
    const stamp = path.join(stamps, name)
    const now = digest(step.reads)
    if (existsSync(step.makes) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) continue
    // Where the output is for another program, what is said on the way goes beside it.
    const say = quiet ? console.error : console.log
    if (!quiet || name === 'packages') say(`[${((performance.now() - began) / 1000).toFixed(1)} s] ${step.says}`)
    step.run()
    mkdirSync(stamps, { recursive: true })
    writeFileSync(stamp, now)
  }
}

/** Runs a Node script; its output is shown only when it fails. */
function command(args, env = {}) {
  const done = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    env: { ...process.env, ...env },
  })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`)
  stop(`“node ${args.join(' ')}” failed; its output is above. Run the command again after mending it.`)
}

function install() {
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8', maxBuffer: 64 << 20 })
    : spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 64 << 20, shell: process.platform === 'win32' })
  if (done.status === 0) return
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/.test(said)) {
    stop(
      'The package registry does not answer. Connect to the network, then run the command again: what was done is kept.',
    )
  }
  if (/ENOSPC/.test(said))
    stop('The disk is full. Packages need about 1.2 GB: free some space, then run the command again.')
  if (/EACCES|EROFS|EPERM/.test(said))
    stop('This folder cannot be written to. Clone into a folder of your own, then run the command again.')
  process.stderr.write(said)
  stop('Installing the packages failed; npm’s words are above.')
}
