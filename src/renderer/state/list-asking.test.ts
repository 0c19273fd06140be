import { beforeEach, expect, test, vi } from 'vitest'
import { caseRow } from '../../../test/support/case-row.ts'
import type { CasePage, View } from '../../shared/protocol/views.ts'
import { loadMore, refresh, showList, useList } from './list.ts'

type Asked = { readonly view: View; readonly after: string | null; answer(page: CasePage): Promise<void> }
const asked = vi.hoisted(() => [] as Asked[])
vi.mock('../bridge.ts', () => ({
  bridge: {
    ask: (_name: string, { view, after }: { view: View; after: string | null }) =>
      new Promise((done) => {
        asked.push({
          view,
          after,
          answer: async (value) => {
            done({ ok: true, value })
            for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
          }
        })
      })
  }
}))

const page = (ids: string, next: string | null = null): CasePage => ({
  rows: [...ids].map((id) => caseRow(id)),
  next,
  total: ids.length
})
const drawn = (): string =>
  useList
    .getState()
    .rows.map((one) => one.id)
    .join('')

beforeEach(() => {
  showList(null)
  asked.length = 0
})

test('[CO3] an answer to the list that was left is not drawn into the one that is shown', async () => {
  showList({ kind: 'work' })
  showList({ kind: 'atRisk' })
  expect(asked.map((one) => one.view.kind)).toEqual(['work', 'atRisk'])
  await asked[1]?.answer(page('xy'))
  await asked[0]?.answer(page('ab'))
  expect(drawn()).toBe('xy')
})

test('[CO3] nor is the next page of the list that was left', async () => {
  showList({ kind: 'work' })
  await asked[0]?.answer(page('ab', 'b'))
  const more = loadMore()
  expect(asked[1]).toMatchObject({ view: { kind: 'work' }, after: 'b' })
  showList({ kind: 'atRisk' })
  await asked[2]?.answer(page('xy'))
  await asked[1]?.answer(page('cd'))
  await more
  expect(drawn()).toBe('xy')
  expect(useList.getState()).toMatchObject({ now: { length: 2 }, total: 2 })
})

test('[CO3] what changes while a list is asked for is asked for once more, after it', async () => {
  showList({ kind: 'work' })
  void refresh()
  void refresh()
  expect(asked).toHaveLength(1)
  await asked[0]?.answer(page('ab'))
  expect(asked).toHaveLength(2)
  await asked[1]?.answer(page('abc'))
  expect([asked.length, drawn()]).toEqual([2, 'abc'])
})
