import { expect, test } from 'vitest'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { it } from '../../words/it.ts'
import { afterYes } from './after-yes.ts'

const refund = { action: 'refund', amountMinor: 12_000, currency: 'EUR', package: {} } as ApprovalRow['ask']
const last = { step: 1, steps: 2, ask: refund }

test('[CS15] the last yes grants at once, and without a network once it has gone out', () => {
  expect(afterYes({ ...last, step: 0 }, true, en)).toBe(en.approvals.nextStep)
  expect(afterYes(last, true, en)).toBe('It is granted at once.')
  for (const words of [en, es, it]) {
    const later = afterYes(last, false, words)
    expect(later).toBe(words.approvals.lastLater)
    expect(later).not.toMatch(/at once|en ?seguida|subito/)
  }
})
