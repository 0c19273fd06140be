import { expect, test, vi } from 'vitest'
import { MAX_REJECTED_PAGE } from '../../shared/protocol/imports.ts'
import { allRejections } from './imports.ts'

const rows = vi.hoisted(() => ({ count: 0, isAway: false, asked: [] as { from: number; limit: number }[] }))
vi.mock('../bridge.ts', () => ({
  bridge: {
    onChange: () => undefined,
    onEngine: () => undefined,
    ask: (_name: string, takes: { from: number; limit: number }) => {
      rows.asked.push(takes)
      if (rows.isAway && takes.from > 0) {
        return Promise.resolve({
          ok: true,
          value: { ok: false, error: { type: 'NotReachable', message: '' } }
        })
      }
      const count = Math.max(0, Math.min(takes.limit, rows.count - takes.from))
      const page = Array.from({ length: count }, (_, n) => ({ line: takes.from + n }))
      return Promise.resolve({ ok: true, value: { ok: true, value: { rows: page } } })
    }
  }
}))

test.each([0, 1, MAX_REJECTED_PAGE - 1, MAX_REJECTED_PAGE, MAX_REJECTED_PAGE + 1, 2 * MAX_REJECTED_PAGE])(
  '[IM53] [CS10] all of %i rejected rows are fetched, each once and in their order',
  async (count) => {
    rows.count = count
    const heard: number[] = []
    const all = await allRejections('job', (n) => heard.push(n))
    expect(all.ok && all.rows.map(({ line }) => line)).toEqual(Array.from({ length: count }, (_, n) => n))
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  }
)

test('[IM53] a list of which a part cannot be had is not saved as if it were whole', async () => {
  rows.count = 2 * MAX_REJECTED_PAGE
  rows.isAway = true
  expect(await allRejections('job', () => undefined)).toMatchObject({
    ok: false,
    why: { type: 'NotReachable' }
  })
})
