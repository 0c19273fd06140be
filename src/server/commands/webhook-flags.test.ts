import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webhookOf } from './webhook-flags.ts'

const SECRET = 'kept-by-both-sides-only'
const webhook = 'https://pay.example.com/grants?team=7'
let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-webhook-'))
  file = path.join(folder, 'secret')
  writeFileSync(file, `${SECRET}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('[SV57] the secret comes from the environment or a file', () => {
  const url = new URL(webhook)
  expect(webhookOf({}, {})).toBeUndefined()
  const fromEnv = webhookOf({ webhook }, { TIERLINE_WEBHOOK_SECRET: SECRET })
  expect(fromEnv).toEqual({ url, secret: SECRET, kinds: ['grant', 'allow'] })
  const fromFile = webhookOf({ webhook, 'webhook-secret-file': file, 'webhook-kinds': 'grant, mail' }, {})
  expect(fromFile).toEqual({ url, secret: SECRET, kinds: ['grant', 'mail'] })
})

test('[SV57] what is wrong with it is said, and neither the secret nor the address', () => {
  const env = { TIERLINE_WEBHOOK_SECRET: SECRET }
  const wrong: [Parameters<typeof webhookOf>[0], Parameters<typeof webhookOf>[1], RegExp][] = [
    [{ webhook: 'ftp://pay.example.com' }, env, /with http or https/],
    [{ webhook: 'pay.example.com' }, env, /with http or https/],
    [{ webhook: 'https://ana:hush@pay.example.com' }, env, /no user or password/],
    [{ webhook }, {}, /TIERLINE_WEBHOOK_SECRET holds no secret/],
    [{ webhook }, { TIERLINE_WEBHOOK_SECRET: 'short-hush' }, /at least 16/],
    [{ webhook, 'webhook-secret-file': path.join(folder, 'none') }, env, /none cannot be read/],
    [{ webhook, 'webhook-kinds': 'grant,gold' }, env, /gold is none of mail, grant, allow/],
    [{ 'webhook-kinds': 'grant' }, env, /--webhook is missing/]
  ]
  for (const [flags, given, says] of wrong) {
    expect(() => webhookOf(flags, given)).toThrow(says)
    expect(() => webhookOf(flags, given)).not.toThrow(/hush|team=7|kept-by-both/)
  }
})
