import { expect, test } from 'vitest'
import { carelessMatrix } from '../../../test/support/careless-matrix.ts'
import { matrix } from '../../../test/support/cases.ts'
import { checkMatrix } from './check/check-matrix.ts'
import { NOTHING_AROUND } from './check/document.ts'
import { isNewerFormat, readMatrix, settleMatrix, upgradeMatrix } from './upgrade-matrix.ts'

/** The test matrix as the first format had it: what happens on timeout stood on the row. */
function first() {
  const { special: _s, privacy: _p, exceptions: _e, delegates: _d, automatic: _a, ...kept } = matrix()
  return {
    ...kept,
    format: 'tierline.matrix/1',
    hierarchical: kept.hierarchical.map(({ chain, ...row }) => ({
      ...row,
      chain: chain.map(({ approver, minutes }) => ({ approver, minutes })),
      onTimeout: row.id === 'credit' ? 'expire' : 'next'
    }))
  }
}

test('[MX1] a document of the first format reads as the same matrix in this one', () => {
  expect(readMatrix(first())).toEqual(matrix())
})

test('[MX1] a document of this format, and anything that is none, is left as it is', () => {
  for (const one of [matrix(), null, 7, 'x', [], { format: 'tierline.matrix/1', hierarchical: 'none' }])
    expect(upgradeMatrix(one)).toEqual(
      typeof one === 'object' && one !== null && 'hierarchical' in one && one.hierarchical === 'none'
        ? { ...one, format: 'tierline.matrix/2' }
        : one
    )
})

test('[MX2] only a higher number of our own format is newer', () => {
  expect(['tierline.matrix/3', 'tierline.matrix/12'].map((format) => isNewerFormat({ format }))).toEqual([
    true,
    true
  ])
  for (const format of [
    'tierline.matrix/2',
    'tierline.matrix/1',
    'other.matrix/3',
    'tierline.matrix/x',
    3,
    undefined
  ])
    expect(isNewerFormat({ format })).toBe(false)
  expect(isNewerFormat(null)).toBe(false)
})

test('[MX1] what was stored before labels were strict and lists short is read as it was meant', () => {
  expect(readMatrix(carelessMatrix())).toEqual(matrix())
  for (const none of [null, 7, { ...matrix(), surprise: 1 }]) {
    expect(settleMatrix(none)).toEqual(none)
    expect(() => readMatrix(none)).toThrow()
  }
})

test('[MX41] [MX42] what comes in like that is refused, with the place of each', () => {
  const { matrix: read, findings } = checkMatrix(carelessMatrix(), NOTHING_AROUND)
  expect(read).toBeNull()
  const found = findings.map(({ path, values }) => [path, values['fault']])
  expect(found).toEqual([
    ...matrix().categories.map((_, i) => [`categories.${i}.name.fr`, 'unknown_field']),
    ['functional.0.to.floor', 'unknown_field'],
    ['functional.0.package', 'too_many_rows'],
    ['hierarchical.0.tiers', 'too_many_rows']
  ])
  const [row, ...rest] = matrix().functional
  const twice = checkMatrix(
    { ...matrix(), functional: [{ ...row, package: ['need', 'need'] }, ...rest] },
    NOTHING_AROUND
  )
  expect(twice.findings).toMatchObject([
    { path: 'functional.0.package.1', values: { fault: 'duplicate_key', key: 'need' } }
  ])
})
