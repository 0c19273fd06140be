import { expect, test } from 'vitest'
import { matrix } from '../../../test/support/cases.ts'
import { saying } from '../../../test/support/saying.ts'
import type { RowList } from '../../shared/escalation/finding.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { Language } from '../../shared/people/person.ts'
import { rowsOf } from '../features/matrix/edit-rows.ts'
import { newRow } from '../features/matrix/new-row.ts'
import { it } from './it.ts'
import { sentenceOf, sentenceText } from './row-sentence.ts'

function said(doc: Matrix, list: RowList, at: number, language: Language = 'en'): string {
  const row = rowsOf(doc, list)[at]
  if (!row) throw new Error(`no row ${at}`)
  return sentenceText(sentenceOf(list, row, saying(doc, language))).replaceAll(/\s/g, ' ')
}

test('[CO9] a functional row reads as a sentence in each language', () => {
  const doc = matrix()
  expect(said(doc, 'functional', 0)).toBe(
    'From L1 Front line, any team when the category is Billing → L2 billing accepted within 30 min resolved within 4 h leaving the need and what was tried if this changed on the way: ask again'
  )
  expect(said(doc, 'functional', 0, 'es')).toMatch(
    /^Desde L1 Front line, cualquier equipo si la categoría es Billing → L2 billing/
  )
  expect(said(doc, 'functional', 0, 'it')).toMatch(
    /^Da L1 Front line, qualsiasi squadra se la categoria è Billing → L2 billing/
  )
})

test('[CO9] a chain says who is asked, for how long, and what happens when nobody answers', () => {
  const step = (role: string, minutes: number, onTimeout: unknown) => ({
    approver: { role },
    minutes,
    onTimeout
  })
  const doc = matrix({
    hierarchical: [
      {
        id: 'big',
        action: 'refund',
        tiers: ['L1', 'L2'],
        when: { segment: ['B2B'], flags: ['vip', 'outage'] },
        overMinor: 5_000,
        upToMinor: 20_000,
        twoPeopleOverMinor: 10_000,
        chain: [
          step('supervisor', 60, { do: 'next' }),
          step('escalation_manager', 240, { do: 'notify', whom: { person: 'lea' } }),
          step('escalation_manager', 60, { do: 'approve', upToMinor: 6_000 })
        ],
        package: ['ask']
      }
    ]
  })
  expect(said(doc, 'hierarchical', 0)).toBe(
    'To give a refund of over €50.00 up to €200.00 asked at L1 and L2 when the customer is Company and it is marked VIP or Outage ' +
      'ask: Supervisor 1 h, then Escalation manager 4 h; if nobody answers: tell lea, then Escalation manager 1 h; if nobody answers: approved up to €60.00 ' +
      'two people over €100.00 leaving the ask'
  )
})

test('[CO9] many values are counted, not listed', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const doc = matrix({ categories: ids.map((id) => ({ id, name: { en: id.toUpperCase() } })) })
  const [row] = doc.functional
  if (!row) throw new Error('the test matrix has rows')
  const many = { ...doc, functional: [{ ...row, when: { category: ids } }] }
  expect(said(many, 'functional', 0)).toContain('the category is A, B, C and 3 more')
})

test('[CO9] every list has sentences whose parts can each be named', () => {
  const doc = matrix()
  for (const list of ['special', 'privacy', 'functional', 'hierarchical', 'automatic'] as const) {
    const parts = sentenceOf(list, newRow(doc, list), saying(doc, 'it'))
    expect(parts.at(-1)).toMatchObject({ key: 'id', look: 'quiet' })
    expect(new Set(parts.map((part) => part.key)).size).toBe(parts.length)
    for (const part of parts) expect(it.matrixRows.part[part.key]).toBeTruthy()
  }
})
