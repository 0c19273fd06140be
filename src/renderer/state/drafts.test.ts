import { expect, test, vi } from 'vitest'
import { CaseId, OpId } from '../../shared/lib/ids.ts'
import { adoptDrafts, dropSentDraft, flushDrafts, whileSending } from './drafts.ts'

const told = vi.hoisted(() => [] as unknown[])
/** While it is there, the engine takes its time with a draft. */
const slow = vi.hoisted(() => ({ answer: undefined as (() => void) | undefined, is: false }))
vi.mock('../bridge.ts', () => ({
  bridge: {
    onChange: () => undefined,
    onEngine: () => undefined,
    tell: (name: string, takes: unknown) => {
      told.push([name, takes])
      const done = { ok: true, value: { ok: true, id: null } }
      if (!slow.is) return Promise.resolve(done)
      return new Promise((resolve) => {
        slow.answer = () => resolve(done)
      })
    }
  }
}))

const caseId = CaseId.parse('case-1')

/** What the engine has, each draft under a name of its own. */
function adopt(id: CaseId, reply: string, note: string, name = id): void {
  const op = (text: string, mode: string) => (text ? OpId.parse(`${name}-${mode}`) : null)
  adoptDrafts(id, {
    drafts: { reply, note },
    draftOps: { reply: op(reply, 'reply'), note: op(note, 'note') }
  })
}

test('[EN6] a draft is not written while its words are being sent, nor after they were', async () => {
  vi.useFakeTimers()
  adopt(caseId, '', 'half')
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
  adopt(caseId, 'kept', '')
  dropSentDraft(caseId, 'reply', '')
  await whileSending(caseId, 'reply', () => Promise.resolve('refused'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toEqual([['draft.put', { caseId, mode: 'reply', text: 'kept', opId: expect.any(String) }]])
})

test('[EN6] what the engine has never replaces what was typed and is not on disk yet', async () => {
  vi.useFakeTimers()
  told.length = 0
  const id = CaseId.parse('case-2')
  adopt(id, 'typed', '')
  dropSentDraft(id, 'reply', '') // as if typed: not on disk under this name
  adopt(id, 'older, from the disk', '')
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toEqual([
    ['draft.put', { caseId: id, mode: 'reply', text: 'typed', opId: expect.any(String) }]
  ])
  adopt(id, 'newer, from another tab', '')
  flushDrafts()
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toHaveLength(1)
})

test('[EN6] that an earlier text is on disk says nothing of what is typed after it was sent', async () => {
  vi.useFakeTimers()
  told.length = 0
  const id = CaseId.parse('case-3')
  adopt(id, 'words', '')
  dropSentDraft(id, 'reply', '') // as if typed: not on disk under this name
  slow.is = true
  await vi.advanceTimersByTimeAsync(1000)
  slow.is = false
  expect(told).toHaveLength(1)
  dropSentDraft(id, 'reply', 'words') // sent, while its draft was still being written
  adopt(id, 'words', '') // the same words again, in another tab
  dropSentDraft(id, 'reply', '')
  slow.answer?.()
  await vi.advanceTimersByTimeAsync(1000)
  expect(told.slice(1)).toEqual([
    ['draft.put', { caseId: id, mode: 'reply', text: 'words', opId: expect.any(String) }]
  ])
})
