import type { IncomingMessage } from 'node:http'

/**
 * Whether a request really comes from the console's page. Any site a browser visits can send requests to loopback,
 * and with a name that resolves to 127.0.0.1 it can even read the answers: so both names are checked.
 */
export function isFromConsole(request: IncomingMessage, port: number): boolean {
  const { origin } = request.headers
  return isForConsole(request, port) && origin === `http://${request.headers.host}`
}

/** Whether a request is meant for this host by name. Enough for files, which hold nothing of anybody's. */
export function isForConsole(request: IncomingMessage, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')
}
