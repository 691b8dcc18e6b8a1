import { isIP } from 'node:net'
import { StartupProblem } from './startup-problem.ts'

export interface ListenSettings {
  readonly port: number
  readonly host: string
}

/** `PORT` (3000) and `HOST` (127.0.0.1). Throws a StartupProblem. */
export function listenSettings(environment: Readonly<Record<string, string | undefined>>): ListenSettings {
  const port = environment.PORT || '3000'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new StartupProblem(`PORT is “${port}”, which is no port. Set it to a number from 1 to 65535.`)
  const host = environment.HOST || '127.0.0.1'
  if (isIP(host) === 0 && !/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host))
    throw new StartupProblem(`HOST is “${host}”, which is no address. Set it to an IP address or a host name.`)
  return { port: Number(port), host }
}

/** What an error of `listen` means, with its remedy; undefined for others. */
export function listenProblem(code: unknown, { port, host }: ListenSettings): StartupProblem | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return new StartupProblem(
        `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
      )
    case 'EACCES':
      return new StartupProblem(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupProblem(`HOST ${host} is no address of this machine. Leave it out, or set it to 0.0.0.0.`)
    default:
      return undefined
  }
}

/** The address to open in a browser. */
export function shownUrl({ port, host }: ListenSettings): string {
  const everywhere = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)
  const name = everywhere ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host
  return `http://${name}:${port}`
}
