import { expect, test } from 'vitest'
import { CaseId, EscalationId, OpId, PersonId } from '../../shared/lib/ids.ts'
import type { ReviewRow } from '../../shared/protocol/views.ts'
import { type Choice, chosen as chosenBy, groupByCase } from './review-choice.ts'

const caseId = CaseId.parse('case-1')
const chosen = (row: ReviewRow, choice: Choice, matrixVer: number) =>
  chosenBy(row, choice, matrixVer, () => CaseId.parse('another-name'))

function entry(some: Partial<ReviewRow>): ReviewRow {
  return {
    opId: OpId.parse('op-1'),
    type: 'case.reply',
    command: { type: 'case.reply', caseId, body: 'We are on it.' },
    caseId,
    ref: 'T-1',
    title: 'Charged twice',
    madeAt: 1,
    answeredAt: 2,
    outcome: 'held',
    refusal: null,
    told: null,
    words: 'We are on it.',
    retry: null,
    changed: null,
    choices: [],
    ...some
  }
}

test('[CO5] send anyway is the same reply, knowing that the case moved on', () => {
  expect(chosen(entry({}), 'sendAnyway', 3)).toEqual({
    do: 'act',
    command: { type: 'case.reply', caseId, body: 'We are on it.', anyway: true }
  })
})

test('[CO5] save as note keeps the words, whatever they were written for', () => {
  const row = entry({ type: 'case.resolve', words: 'Refunded.' })
  expect(chosen(row, 'saveAsNote', 3)).toEqual({
    do: 'act',
    command: { type: 'case.note', caseId, body: 'Refunded.' }
  })
})

test('[CO5] trying again after the target changed says yes to the new target', () => {
  const was = { tier: 'L2', team: 'billing' } as const
  const now = { tier: 'L2', team: 'payments' } as const
  const command = { type: 'case.escalate', caseId, rowId: 'r', to: was, matrixVer: 3, package: {} } as const
  const row = entry({ type: 'case.escalate', command, refusal: { type: 'TargetChanged', was, now } })
  expect(chosen(row, 'tryAgain', 4)).toEqual({ do: 'act', command: { ...command, to: now, matrixVer: 4 } })
  // Not with a letter that says the old one: that is written anew at the case.
  const told = { ...row, command: { ...command, message: 'Billing looks after you until 14:30.' } }
  expect(chosen(told, 'tryAgain', 4)).toEqual({ do: 'look' })
})

test('[CO5] a decision about a request that changed is looked at again, not repeated', () => {
  const refusal = { type: 'StaleSubject' } as const
  expect(chosen(entry({ refusal }), 'tryAgain', 3)).toEqual({ do: 'look' })
  const escalationId = EscalationId.parse('e1')
  const ask = { action: 'exception', exception: 'late', package: {} } as const
  const changed = { escalationId, by: PersonId.parse('ana'), was: null, now: ask, waits: true }
  for (const answer of ['approve', 'decline', 'handOn'] as const) {
    expect(chosen(entry({ refusal, changed, type: `approval.${answer}` }), 'lookAgain', 3)).toEqual({
      do: 'decide',
      escalationId,
      answer
    })
  }
})

test('[CO5] [SY4] opening a case again opens another one, under another name', () => {
  const command = {
    type: 'case.open',
    caseId,
    subject: 'Call',
    body: 'She called',
    customer: { id: 'x', name: 'X', language: 'en', segment: 'B2C' },
    channel: 'phone',
    category: 'billing',
    priority: 'low',
    queue: { tier: 'L1', team: 'billing' }
  } as const
  const row = entry({ type: 'case.open', command, refusal: { type: 'ServerBroke', problem: 'x' } })
  expect(chosen(row, 'tryAgain', 3)).toEqual({ do: 'act', command: { ...command, caseId: 'another-name' } })
})

test('[CO5] undo puts the field back to what somebody had set meanwhile', () => {
  const row = entry({
    type: 'case.setPriority',
    command: { type: 'case.setPriority', caseId, priority: 'high', was: 'normal' },
    outcome: 'transformed',
    told: { type: 'ChangedMeanwhile', was: 'low', by: PersonId.parse('ben'), at: 1 }
  })
  expect(chosen(row, 'undo', 3)).toEqual({
    do: 'act',
    command: { type: 'case.setPriority', caseId, priority: 'low', was: 'high' }
  })
})

test('[CO5] a command of another build is looked at, never guessed', () => {
  expect(chosen(entry({ command: { type: 'case.teleport' } }), 'tryAgain', 3)).toEqual({ do: 'look' })
})

test('[CO5] entries of one case stand together', () => {
  const other = CaseId.parse('case-2')
  const rows = [entry({}), entry({ caseId: other, ref: 'T-2' }), entry({ opId: OpId.parse('op-3') })]
  expect(groupByCase(rows).map((group) => [group.ref, group.rows.length])).toEqual([
    ['T-1', 2],
    ['T-2', 1]
  ])
})
