import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface RunningServer {
  readonly url: string
  /** Its data folder. */
  readonly data: string
  readonly process: ChildProcess
  /** Milliseconds from spawn to the first answer of a page. */
  readonly firstAnswer: number
  stop(): Promise<void>
}

/** Starts the built server on its own data folder and waits until it answers. */
export async function startServer(port: number, data: string): Promise<RunningServer> {
  const began = performance.now()
  const child = spawn(process.execPath, ['dist/serve.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), BREAKWATER_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://localhost:${port}`
  await answers(`${url}/api/health`, child)
  return {
    url,
    data,
    process: child,
    firstAnswer: performance.now() - began,
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const ok = await fetch(url).then(
      it => it.ok,
      () => false,
    )
    if (ok) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** Resident memory of a process in MB, as Linux counts it; undefined elsewhere. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
  } catch {
    return undefined
  }
}
