import { expect, test, vi } from 'vitest'
import { caseRow } from '../../../test/support/case-row.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { moveSelection, selectRow, useList } from './list.ts'
import type { HeldRow } from './merge-rows.ts'

vi.mock('../bridge.ts', () => ({ bridge: {} })) // there is no page here

const row = (id: string, left = false): HeldRow => ({ ...caseRow(id), left })

test('[CO3] J leads on from a case that was passed on, also where its row stands last', () => {
  useList.setState({ rows: [row('a'), row('b'), row('c', true)] })
  selectRow(CaseId.parse('c'))
  expect(moveSelection(1)).toBe('b')
  expect(moveSelection(1)).toBe('c')
  useList.setState({ rows: [row('c', true)] })
  expect(moveSelection(1)).toBeNull()
})
