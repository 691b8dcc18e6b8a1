import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Seconds from `npm start` in a fresh clone of HEAD to the printed URL. Packages come from npm's cache where it has them. */
export async function coldStart(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'breakwater-clone-'))
  try {
    execFileSync('git', ['clone', '--quiet', '.', folder])
    return await untilReady(folder, 3458)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds from `npm start` here, where everything is built, to the printed URL. */
export async function warmStart(): Promise<number> {
  const data = mkdtempSync(path.join(tmpdir(), 'breakwater-warm-'))
  try {
    return await untilReady('.', 3459, data)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

function untilReady(cwd: string, port: number, data?: string): Promise<number> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'start'], {
      cwd,
      env: { ...process.env, PORT: String(port), ...(data === undefined ? {} : { BREAKWATER_DATA: data }) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.on('exit', code => reject(new Error(`npm start ended with ${code}`)))
    child.stdout.on('data', (piece: Buffer) => {
      if (!piece.toString().includes('is ready')) return
      child.removeAllListeners('exit')
      const took = Math.round((performance.now() - began) / 10) / 100
      child.once('exit', () => resolve(took))
      child.kill('SIGTERM')
    })
  })
}
