import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
const COST = { N: 2 ** 15, r: 8, p: 1 }
const BYTES = 32
const MAX_MEMORY = 128 * 1024 * 1024

/** `scrypt$N$r$p$salt$hash`: what it takes to check a password, and not the password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password.normalize('NFKC'), salt, BYTES, { ...COST, maxmem: MAX_MEMORY })
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$')
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', hash = ''] = kept.split('$')
  if (kind !== 'scrypt') return false
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: MAX_MEMORY }
  const wanted = Buffer.from(hash, 'base64')
  const given = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), wanted.length, cost)
  return timingSafeEqual(given, wanted)
}

/** What an unknown account is checked against, so that it takes as long as a known one and is told from it by nothing. */
export const NOBODYS_PASSWORD = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(BYTES).toString('base64')}`

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to hand over once: 20 letters that cannot be taken for one another, about 98 bits. */
export function newPassword(): string {
  const letters = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)] ?? '')
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-')
}
