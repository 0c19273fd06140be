import { expect, test, vi } from 'vitest'
import { CaseId } from '../../shared/lib/ids.ts'
import { adoptDrafts, dropSentDraft, flushDrafts, whileSending } from './drafts.ts'

const told = vi.hoisted(() => [] as unknown[])
vi.mock('../bridge.ts', () => ({
  bridge: {
    onChange: () => undefined,
    onEngine: () => undefined,
    tell: (name: string, takes: unknown) => {
      told.push([name, takes])
      return Promise.resolve({ ok: true, value: { ok: true, id: null } })
    }
  }
}))

const caseId = CaseId.parse('case-1')

test('[EN6] a draft is not written while its words are being sent, nor after they were', async () => {
  vi.useFakeTimers()
  adoptDrafts(caseId, { reply: '', note: 'half' })
  dropSentDraft(caseId, 'note', '') // as if typed: not on disk under this name
  await vi.advanceTimersByTimeAsync(250)
  await whileSending(caseId, 'note', async () => {
    await vi.advanceTimersByTimeAsync(1000)
    flushDrafts()
    expect(told).toEqual([])
  })
  dropSentDraft(caseId, 'note', 'half')
  await vi.advanceTimersByTimeAsync(5000)
  expect(told).toEqual([])
})

test('[EN6] what was not sent after all is written then', async () => {
  vi.useFakeTimers()
  adoptDrafts(caseId, { reply: 'kept', note: '' })
  dropSentDraft(caseId, 'reply', '')
  await whileSending(caseId, 'reply', () => Promise.resolve('refused'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toEqual([['draft.put', { caseId, mode: 'reply', text: 'kept' }]])
})

test('[EN6] what the engine has never replaces what was typed and is not on disk yet', async () => {
  vi.useFakeTimers()
  told.length = 0
  const id = CaseId.parse('case-2')
  adoptDrafts(id, { reply: 'typed', note: '' })
  dropSentDraft(id, 'reply', '') // as if typed: not on disk under this name
  adoptDrafts(id, { reply: 'older, from the disk', note: '' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toEqual([['draft.put', { caseId: id, mode: 'reply', text: 'typed' }]])
  adoptDrafts(id, { reply: 'newer, from another tab', note: '' })
  flushDrafts()
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toHaveLength(1)
})
