import { expect, test, vi } from 'vitest'
import { CaseId } from '../../shared/lib/ids.ts'
import { moveSelection, selectRow, useList } from './list.ts'
import type { HeldRow } from './merge-rows.ts'

vi.mock('../bridge.ts', () => ({ bridge: {} })) // there is no page here

const row = (id: string, left = false): HeldRow => ({
  id: CaseId.parse(id),
  ref: id,
  subject: id,
  customerName: 'Ada',
  status: 'open',
  priority: 'normal',
  flags: [],
  queue: { tier: 'L1', team: 'front' },
  tiers: ['L1'],
  owner: null,
  due: null,
  paused: false,
  updatedAt: 1,
  bounces: 0,
  waiting: 0,
  hasDraft: false,
  snippet: null,
  left
})

test('[CO3] J leads on from a case that was passed on, also where its row stands last', () => {
  useList.setState({ rows: [row('a'), row('b'), row('c', true)] })
  selectRow(CaseId.parse('c'))
  expect(moveSelection(1)).toBe('b')
  expect(moveSelection(1)).toBe('c')
  useList.setState({ rows: [row('c', true)] })
  expect(moveSelection(1)).toBeNull()
})
