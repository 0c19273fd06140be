import { expect, test } from 'vitest'
import { matrix } from '../../../../../test/support/cases.ts'
import { saying } from '../../../../../test/support/saying.ts'
import { moveRow, removeRow } from '../edit-rows.ts'
import { diffParts, howOf } from './diff-parts.ts'

test('[CO12] what differs stands in the part of the screen where it is edited', () => {
  const doc = matrix()
  const [low, ...tiers] = doc.tiers
  if (!low) throw new Error('the test matrix has tiers')
  const after = {
    ...removeRow(doc, 'functional', 0),
    name: 'Other',
    riskShare: 0.5,
    tiers: [{ ...low, teams: [...low.teams, { id: 'new', name: { en: 'New' } }] }, ...tiers]
  }
  const found = diffParts(doc, after, saying(doc, 'es')).map(({ part, entries, lines }) => [
    part,
    entries.map((one) => `${howOf(one)} ${one.key}`),
    lines.map(({ label, from, to }) => `${label}: ${from} > ${to}`.replaceAll(/\s/g, ' '))
  ])
  expect(found).toEqual([
    ['functional', ['removed l1-billing'], []],
    ['tiers', ['added new'], []],
    ['general', [], ['Nombre: Test > Other', 'Un plazo está en riesgo cuando queda menos de: 25 % > 50 %']]
  ])
  expect(diffParts(doc, { ...doc, version: 99 }, saying(doc, 'en'))).toEqual([])
})

test('[CO12] a row in another place was moved; one with other values too was changed', () => {
  const doc = matrix()
  const moved = moveRow(doc, 'functional', 2, 0)
  const hows = (after: typeof doc) =>
    diffParts(doc, after, saying(doc, 'en')).flatMap(({ entries }) => entries.map(howOf))
  expect(hows(moved)).toEqual(['moved'])
  const [first, ...rest] = moved.functional
  if (!first) throw new Error('the test matrix has rows')
  expect(hows({ ...moved, functional: [{ ...first, acceptMinutes: 1 }, ...rest] })).toEqual(['changed'])
})
