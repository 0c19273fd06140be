import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { findPageFile } from '../host/page-file.ts'
import { isForConsole } from './same-origin.ts'

/** Serves the built page to this machine only. */
export function servePage(root: string): Server {
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  return server

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (!isReading) return end(response, 405)
    if (!isForConsole(request, portOf(server))) return end(response, 421)
    // Anything may stand in a request line, such as `//`, which is no address.
    const address = URL.parse(request.url ?? '/', 'http://localhost')
    const file = address && (await findPageFile(root, address.pathname))
    if (!file) return end(response, 404)
    response.writeHead(200, file.headers).end(request.method === 'HEAD' ? undefined : file.body)
  }
}

/** The port a server listens on. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${status}\n`)
}
