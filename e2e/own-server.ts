import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface OwnServer {
  readonly url: string
  /** Its data folder. */
  readonly data: string
  start(): Promise<void>
  /** Ends it as a crash would. */
  kill(): Promise<void>
  /** Ends it and deletes its data. */
  remove(): Promise<void>
}

/** A production server with a port, a data folder and settings of its own, for stories that end it. Not started yet. */
export async function ownServer(settings: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const data = mkdtempSync(path.join(tmpdir(), 'breakwater-own-'))
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    BREAKWATER_DATA: data,
    ...settings,
  }
  let running: ChildProcess | undefined
  const launch = () => spawn(process.execPath, ['dist/serve.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = async () => {
    if (running === undefined || running.exitCode !== null) return
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
    running = undefined
  }
  return {
    url: `http://localhost:${port}`,
    data,
    async start() {
      const server = launch()
      running = server
      await new Promise<void>((resolve, reject) => {
        server.stdout.on('data', said => `${said}`.includes('Breakwater is ready') && resolve())
        server.once('exit', code => reject(new Error(`the server ended with ${code} before it was ready`)))
      })
    },
    kill,
    async remove() {
      await kill()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
