import { expect, test } from 'vitest'
import { matrix } from '../../../test/support/cases.ts'
import { isChangedSince, trialBegan, useTrialLook } from './matrix-trial.ts'

test('[CO31] a trial is of before as soon as the draft says something else, and not because it was read again', () => {
  const doc = matrix()
  expect(isChangedSince(useTrialLook.getState().tried, doc)).toBe(false)
  trialBegan(doc)
  const { tried } = useTrialLook.getState()
  expect(isChangedSince(tried, structuredClone(doc))).toBe(false)
  const changed = { ...doc, riskShare: doc.riskShare / 2 }
  expect(isChangedSince(tried, changed)).toBe(true)
  expect(isChangedSince(tried, { ...changed, riskShare: doc.riskShare })).toBe(false)
})
