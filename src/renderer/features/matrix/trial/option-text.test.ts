import { expect, test } from 'vitest'
import { ana, matrix, NINE, people } from '../../../../../test/support/cases.ts'
import { saying } from '../../../../../test/support/saying.ts'
import { optionsFor } from '../../../../shared/case/options-for.ts'
import type { HierarchicalRow, Matrix } from '../../../../shared/escalation/matrix.ts'
import { optionLines, optionTitle } from './option-text.ts'
import { caseOf, firstTraits } from './test-case.ts'

const chain: HierarchicalRow['chain'] = [
  { approver: { role: 'supervisor' }, minutes: 60, onTimeout: { do: 'next' } },
  { approver: { role: 'escalation_manager' }, minutes: 120, onTimeout: { do: 'decline' } }
]
const asked = { tiers: ['L1' as const], when: {}, chain, package: ['ask' as const] }
const SAID = 'Supervisor 1 h, then Escalation manager 2 h; if nobody answers: declined'

function linesUnder(
  doc: Matrix,
  amountMinor: number | null = null,
  flags: 'fraud'[] = []
): Record<string, string[]> {
  const kase = caseOf({ ...firstTraits(doc), category: 'billing', person: ana.id, flags }, NINE)
  const say = saying(doc, 'en')
  const limits = doc.limits.filter(({ tier }) => tier === ana.tier)
  return Object.fromEntries(
    optionsFor(kase, ana, doc, { people, at: NINE }).map((option) => [
      optionTitle(option, say),
      optionLines(option, amountMinor, limits, say)
    ])
  )
}

test('[CO13] a move and an exception say who decides, and what happens when nobody answers', () => {
  const to = { tier: 'L2' as const, team: 'billing' }
  const said = linesUnder(
    matrix({
      exceptions: [{ id: 'late', name: { en: 'Late return' } }],
      hierarchical: [
        { id: 'm', action: 'move', to, acceptMinutes: 30, resolveMinutes: 90, ...asked },
        { id: 'e', action: 'exception', exception: 'late', ...asked }
      ]
    })
  )
  expect(said['Move to L2 billing']).toContain(`Who decides: ${SAID}`)
  expect(said['Exception: late']).toContain(`Who decides: ${SAID}`)
})

test('[CO13] a special way says why it is one', () => {
  const to = { tier: 'L2' as const, team: 'billing' }
  const row = {
    id: 'f',
    reason: 'fraud' as const,
    tiers: ['L1' as const],
    when: { flags: ['fraud' as const] },
    to,
    package: ['need' as const],
    acceptMinutes: 5,
    resolveMinutes: 60,
    onChange: 'rebind' as const
  }
  const said = linesUnder(matrix({ special: [row] }), null, ['fraud'])
  expect(said['L2 billing']).toContain('Special route: Suspected fraud')
})

test('[CO13] money says the limit per customer, and two people where the amount takes them', () => {
  const doc = matrix({
    limits: [{ action: 'refund', tier: 'L1', perCaseMinor: 5_000, perCustomer: { minor: 8_000, days: 30 } }],
    hierarchical: [
      { id: 'r', action: 'refund', overMinor: 5_000, upToMinor: 50_000, twoPeopleOverMinor: 20_000, ...asked }
    ]
  })
  const said = (amount: number | null) => linesUnder(doc, amount)['Refund'] ?? []
  expect(said(null)).toContain('€80.00 per customer in 30 days')
  expect(said(null).join()).toContain('two people over €200.00')
  expect(said(30_000).join()).toContain(`for €300.00: ${SAID}; two people over €200.00 (row r)`)
  expect(said(10_000).join()).not.toContain('two people')
})
