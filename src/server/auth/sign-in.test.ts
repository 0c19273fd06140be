import { expect, test } from 'vitest'
import { openDb } from '../../sqlite/db.ts'
import { sqliteHome } from '../home/sqlite-home.ts'
import { MIGRATIONS } from '../log/migrations/all.ts'
import { makeSignIn } from './sign-in.ts'
import { makeTokens } from './tokens.ts'

test('[SV43] trying one account after another from one place is slowed down too, and other places are not', async () => {
  const home = sqliteHome(openDb(':memory:', MIGRATIONS))
  const now = () => 1_000
  const signIn = makeSignIn(
    home.db,
    makeTokens(home, now, () => undefined),
    now
  )
  const from = async (address: string, name: string): Promise<string> => {
    const answer = await signIn.withPassword({
      email: name,
      password: 'wrong',
      deviceId: 'laptop-01',
      address
    })
    return answer.ok ? 'in' : answer.error.why
  }
  for (let i = 0; i < 20; i++) expect(await from('10.0.0.1', `nobody-${i}@example.com`)).toBe('WrongPassword')
  expect(await from('10.0.0.1', 'nobody-20@example.com')).toBe('TooManyTries')
  expect(await from('10.0.0.2', 'nobody-20@example.com')).toBe('WrongPassword')
}, 60_000)
