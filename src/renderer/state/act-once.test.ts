import { expect, test, vi } from 'vitest'
import { newOpId } from './bridge-call.ts'
import { actOn } from './case.ts'

const named = vi.hoisted(() => [] as string[])
vi.mock('../bridge.ts', () => ({
  bridge: {
    act: ({ opId }: { opId: string }) => {
      named.push(opId)
      return Promise.resolve({ ok: true, value: { ok: true, opId } })
    }
  }
}))

const grant = { type: 'case.grant', caseId: 'k', action: 'goodwill', amountMinor: 333, currency: 'EUR' }

test('[CS20] [SY2] what a form sends again goes under the name of its first try; another form has another name', async () => {
  const [one, other] = [newOpId(), newOpId()]
  await actOn(grant, one)
  await actOn(grant, one)
  await actOn(grant, other)
  await actOn(grant)
  expect(named.slice(0, 3)).toEqual([one, one, other])
  expect(new Set(named).size).toBe(3)
})
