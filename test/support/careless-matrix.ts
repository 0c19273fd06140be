import { matrix } from './cases.ts'

/** The test matrix with what builds before took without a word: a label and a queue with another field, and things named twice. */
export function carelessMatrix() {
  const doc = matrix()
  const [row, ...functional] = doc.functional
  const [ask, ...hierarchical] = doc.hierarchical
  return {
    ...doc,
    categories: doc.categories.map((one) => ({ ...one, name: { ...one.name, fr: 'Facture' } })),
    functional: [
      { ...row, to: { ...row?.to, floor: 3 }, package: ['need', 'tried', 'need', 'need', 'need'] },
      ...functional
    ],
    hierarchical: [{ ...ask, tiers: ['L1', 'L2', 'L1', 'L1', 'L1', 'L1'] }, ...hierarchical]
  }
}
