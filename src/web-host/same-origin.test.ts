import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isForConsole, isFromConsole } from './same-origin.ts'

const request = (host?: string, origin?: string): IncomingMessage =>
  ({ headers: { host, origin } }) as IncomingMessage

test('[SH10] a page served here is the console', () => {
  expect(isFromConsole(request('127.0.0.1:4390', 'http://127.0.0.1:4390'), 4390)).toBe(true)
  expect(isFromConsole(request('localhost:4390', 'http://localhost:4390'), 4390)).toBe(true)
})

test('[SH10] another site is not, whatever it calls this machine', () => {
  expect(isFromConsole(request('127.0.0.1:4390', 'https://evil.example'), 4390)).toBe(false)
  expect(isFromConsole(request('evil.example:4390', 'http://evil.example:4390'), 4390)).toBe(false)
  expect(isFromConsole(request('127.0.0.1:4390', 'http://127.0.0.1:4391'), 4390)).toBe(false)
  expect(isFromConsole(request('127.0.0.1:4390'), 4390)).toBe(false)
})

test('[SH10] files are given only under our own name', () => {
  expect(isForConsole(request('127.0.0.1:4390'), 4390)).toBe(true)
  expect(isForConsole(request('rebound.example:4390'), 4390)).toBe(false)
  expect(isForConsole(request(), 4390)).toBe(false)
})
