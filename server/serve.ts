import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { hostname } from 'node:os'
import type { Duplex } from 'node:stream'
import { dataFolder } from './data-folder.ts'
import { allowedHosts, allowedMethods, type RequestRefusal, requestRefusal } from './http/request-refusal.ts'
import { securityHeaders } from './http/security-headers.ts'
import { appointInstructors } from './instructors.ts'
import { readOrMakeKey } from './learner-key.ts'
import { instructorToken, onlyHere } from './start/instructor-settings.ts'
import { type ListenSettings, listenProblem, listenSettings, shownUrl } from './start/listen-settings.ts'
import { migrate } from './start/migrate.ts'
import { StartupProblem } from './start/startup-problem.ts'

/**
 * Starts the program: `node dist/serve.mjs` serves the built pages, with `--dev` it compiles them as they are asked for.
 * Everything is checked before the first request; what is wrong is one sentence and exit code 1.
 */
const dev = process.argv.includes('--dev')
process.umask(0o077)
process.env.NEXT_TELEMETRY_DISABLED ??= '1'

try {
  await start(listenSettings(process.env))
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error
  console.error(error.message)
  process.exit(1)
}

async function start(settings: ListenSettings): Promise<void> {
  const token = instructorToken(process.env)
  const folder = dataFolder()
  await migrate({ folder, migrations: 'prisma/migrations' })
  readOrMakeKey(folder)
  const server = createServer()
  // Before Next is prepared, so that a taken port is said at once.
  await listen(server, settings)
  appointInstructors({ everybody: onlyHere(boundTo(server)), ...(token !== undefined && { token }) })
  // React looks at this while it is loaded, so Next comes after it.
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  const { default: next } = await import('next')
  const app = next({ dev, hostname: settings.host, port: settings.port })
  const prepared = app.prepare()
  const allowed = allowedHosts(process.env.BREAKWATER_HOSTS, hostname())

  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const refusal = requestRefusal(request, allowed)
    if (refusal !== undefined) turnAway(request, response, refusal)
    else await prepared.then(() => app.getRequestHandler()(request, response))
  })
  // In development Next adds its own listener behind this one, for what it sends to the browser on a change.
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    if (!dev || requestRefusal({ method: 'POST', headers: request.headers }, allowed) !== undefined) socket.destroy()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(server, app))

  await prepared
  console.log(`Breakwater is ready: ${shownUrl(settings)}`)
}

function listen(server: Server, settings: ListenSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error.code, settings) ?? error))
    server.listen(settings.port, settings.host, resolve)
  })
}

/** A name may stand for several addresses: the one that was taken counts. */
function boundTo(server: Server): string {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.address : ''
}

/** The rest of a body is read and dropped, or its sender would meet a closed connection instead of the answer. */
function turnAway(request: IncomingMessage, response: ServerResponse, { status, say }: RequestRefusal): void {
  if (status === 405) response.setHeader('Allow', allowedMethods.join(', '))
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${say}\n`)
  request.resume()
  const patience = setTimeout(() => request.destroy(), 5_000).unref()
  request.once('close', () => clearTimeout(patience))
}

let stopping = false

/** Ends what is open and exits; a second signal, or two seconds, end it at once. */
async function stop(server: Server, app: { close(): Promise<void> }): Promise<void> {
  if (stopping) process.exit(0)
  stopping = true
  setTimeout(() => process.exit(0), 1_800).unref()
  const closed = new Promise(resolve => server.close(resolve))
  server.closeIdleConnections()
  await closeSessions()
  server.closeAllConnections()
  await Promise.allSettled([closed, app.close()])
  process.exit(0)
}

/** The pages made the threads; a module of their own would be another instance, so they lie on `globalThis`. */
async function closeSessions(): Promise<void> {
  const house = (globalThis as { [key: symbol]: unknown })[Symbol.for('breakwater.house')]
  if (typeof house === 'object' && house !== null && 'close' in house)
    await (house as { close(): Promise<void> }).close().catch(() => {})
}
