import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { stop } from './stop.mjs'

/**
 * Asks what would stop the server anyway, before minutes go into installing and building: the port and the data folder.
 * The server itself asks again when it starts.
 */
export async function startable() {
  const port = Number(process.env.PORT ?? 3000)
  const host = process.env.HOST ?? '127.0.0.1'
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    stop(`PORT is “${process.env.PORT}”, which is no port. Set it to a number from 1 to 65535.`)
  }
  const data = path.resolve(process.env.BREAKWATER_DATA ?? 'data')
  try {
    makeFolder(data)
    accessSync(data, constants.W_OK)
  } catch {
    const there = existsSync(data) ? 'cannot be written to' : 'cannot be made'
    stop(`The data folder ${data} ${there}. Set BREAKWATER_DATA to a folder of your own.`)
  }
  const problem = await new Promise(resolve => {
    const probe = createServer()
    probe.once('error', error => resolve(error.code))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
  if (problem === 'EADDRINUSE') stop(`Port ${port} is taken. Set another one: PORT=${port + 1} npm start`)
  if (problem === 'EACCES') stop(`Port ${port} needs more rights than you have. Set another one: PORT=3000 npm start`)
  if (problem)
    stop(`HOST is “${host}”, which is no address of this machine (${problem}). Leave it unset for 127.0.0.1.`)
}

/** Node's own `recursive` never ends where the parent takes no folders, as in /proc. */
function makeFolder(folder) {
  if (existsSync(folder)) return
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
