import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { serverAddress } from './server-address.ts'

const folder = (): string => mkdtempSync(path.join(os.tmpdir(), 'tierline-'))

test('[SH14] the server is the one of the environment, then of the file, then of this machine', () => {
  const userData = folder()
  expect(serverAddress(undefined, userData)).toBe('http://127.0.0.1:4380')
  writeFileSync(path.join(userData, 'server.txt'), 'https://support.example.com\n')
  expect(serverAddress(undefined, userData)).toBe('https://support.example.com')
  expect(serverAddress('https://other.example.com', userData)).toBe('https://other.example.com')
})

test('[SH14] what is no web address is passed over', () => {
  expect(serverAddress('file:///etc/passwd', folder())).toBe('http://127.0.0.1:4380')
  expect(serverAddress('support', folder())).toBe('http://127.0.0.1:4380')
})
