import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GRANT_MS, grantEnd, grantText, timeSeen } from './offline-grant.ts'

test('[EN41] the time that counts never goes back, whatever is done to the clock, and moves on with the run', () => {
  const year = 365 * 24 * 3_600_000
  fc.assert(
    fc.property(
      fc.array(fc.record({ clock: fc.integer({ min: -10 * year, max: 10 * year }), passed: fc.nat(1e9) })),
      (looks) => {
        let mono = 0
        let from = { mark: 0, mono: 0 }
        for (const { clock, passed } of looks) {
          mono += passed
          const seen = timeSeen(clock, mono, from)
          expect(seen).toBeGreaterThanOrEqual(from.mark + passed)
          expect(seen).toBeGreaterThanOrEqual(clock)
          from = { mark: seen, mono }
        }
      }
    )
  )
})

test('[EN41] a machine of before there were grants has as long from its last sync', () => {
  expect([grantEnd(undefined, 5), grantEnd(undefined, undefined)]).toEqual([5 + GRANT_MS, null])
})

test('[SY48] another grant has other bytes to sign', () => {
  const body = {
    id: 'og-1',
    personId: 'ana' as never,
    deviceId: 'device-1',
    role: 'agent' as const,
    scopes: ['L1/billing'],
    matrixVer: 1,
    issuedAt: 1,
    exp: 2
  }
  const texts = [body, { ...body, exp: 3 }, { ...body, role: 'supervisor' as const }, { ...body, scopes: [] }]
  expect(new Set(texts.map(grantText)).size).toBe(4)
})
