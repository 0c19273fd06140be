import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portOf, servePage } from './http.ts'

let folder: string
let host: Server
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-page-'))
  writeFileSync(path.join(folder, 'index.html'), '<p>console</p>')
  host = servePage(folder).listen(0, '127.0.0.1')
  await once(host, 'listening')
})
afterAll(() => {
  host.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The first line of the answer to a request written by hand: `fetch` would tidy the address up. */
async function ask(line: string, name = `127.0.0.1:${portOf(host)}`): Promise<string> {
  const socket = connect(portOf(host), '127.0.0.1')
  socket.write(`${line} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)
  const heard: Buffer[] = []
  for await (const bytes of socket) heard.push(bytes as Buffer)
  return Buffer.concat(heard).toString('utf8').split('\r\n')[0] ?? ''
}

test('[SH13] whatever stands in the request line, the host answers and lives', async () => {
  for (const target of ['//', '///', 'http://[', '/%', '/..%2f..%2fpackage.json', '//etc/passwd.js']) {
    expect({ target, answer: await ask(`GET ${target}`) }).toEqual({
      target,
      answer: 'HTTP/1.1 404 Not Found'
    })
  }
  expect(await ask('GET /')).toBe('HTTP/1.1 200 OK')
  expect(await ask('DELETE /')).toBe('HTTP/1.1 405 Method Not Allowed')
})

test('[SH10] a page is not given out under another name', async () => {
  expect(await ask('GET /', 'evil.example')).toBe('HTTP/1.1 421 Misdirected Request')
})
