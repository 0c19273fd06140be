import { expect, test } from 'vitest'
import { carelessMatrix } from '../../../test/support/careless-matrix.ts'
import { matrix } from '../../../test/support/cases.ts'
import { openQueue } from '../../../test/support/queue.ts'
import { findMeta, putMeta } from './meta.ts'

test('[MX1] a matrix that an older build kept on this machine is read as it was meant', () => {
  const { db } = openQueue()
  db.write((tx) => putMeta(tx, 'matrix', carelessMatrix() as never))
  expect(findMeta(db, 'matrix')).toEqual(matrix())
  db.close()
})
