import { expect, test } from 'vitest'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { whatChanged } from './what-changed.ts'

const request = (subjectHash: string, step = 0) =>
  ({ step, options: [{ about: {} }, { about: { subjectHash } }] }) as unknown as ApprovalRow

test('[ES14] [CS15] what is read is decided: another ask, another step or an answer of somebody else stops it', () => {
  expect(whatChanged(request('a'), request('a'))).toBe('nothing')
  expect(whatChanged(request('a'), request('b'))).toBe('ask')
  expect(whatChanged(request('a'), request('a', 1))).toBe('ask')
  expect(whatChanged(request('a'), undefined)).toBe('gone')
})
