import { expect, test } from 'vitest'
import { MINUTE, matrix, NINE, newCase, queue } from '../../../test/support/cases.ts'
import { openQueue, type TestQueue } from '../../../test/support/queue.ts'
import type { Case } from '../../shared/case/case.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import { caseColumns } from '../../shared/protocol/snapshot/case-columns.ts'
import { clocksWhenOpened, targetFor } from '../../shared/sla/clocks.ts'
import { putCase, type StoredCase } from './cases.ts'

const ben = PersonId.parse('ben')
const first = newCase()
const same = (kase: Case): StoredCase => ({ confirmed: kase, body: kase })
const target = targetFor(matrix(), 'L1', 'normal')

/** Due later, with so much of its time at risk that the risk begins when it did. */
const later = { ...first, clocks: clocksWhenOpened(target, NINE + 7 * MINUTE) }
const { riskShare: share } = matrix()
const [, , , , , dueAt, riskAt] = caseColumns(first, share, 0)
const laterShare = share + (7 * MINUTE * share) / (dueAt - riskAt)

/** A case as it was, and as it is next: what changes is one thing. */
const NEXT: [what: string, next: StoredCase, waiting?: number, riskShare?: number][] = [
  ['nothing', same(first)],
  ['what was said', same({ ...first, ver: 2, subject: 'Charged thrice' })],
  ['when it changed', same({ ...first, updatedAt: NINE + MINUTE })],
  ['how many commands wait', { confirmed: first, body: { ...first, subject: 'Mine' } }, 2],
  ['that the server knows nothing of it', { confirmed: null, body: first }, 1],
  ['who owns it', same({ ...first, owner: ben })],
  ['where it is', same({ ...first, queue: queue('L2/billing') })],
  ['when it is due', same(later)],
  ['when it is at risk', same(first), 0, 0.75],
  ['when it is due alone', same(later), 0, laterShare],
  ['whose it is', same({ ...first, customer: { ...first.customer, id: 'cust-other' } })],
  [
    'that it is over',
    same({ ...first, state: { status: 'resolved', at: NINE, by: ben, resolution: 'solved' } })
  ]
]

function put({ db, place }: TestQueue, stored: StoredCase, waiting = 0, riskShare = place.riskShare): void {
  db.write((tx) => putCase(tx, stored, waiting, { ...place, riskShare }))
}

function kept({ db }: TestQueue): unknown {
  return [
    db.prepare('SELECT * FROM cases').all(),
    db.prepare('SELECT key, n FROM counts WHERE n <> 0 ORDER BY key').all(),
    // Each index has the case where the table has it.
    db.prepare('PRAGMA integrity_check').all()
  ]
}

test.each(NEXT)(
  '[EN5] a case of which %s changes stands there as if it had come like that',
  (_what, next, waiting, riskShare) => {
    const [changed, fresh] = [openQueue(), openQueue()]
    put(changed, same(first))
    put(changed, next, waiting, riskShare)
    put(fresh, next, waiting, riskShare)
    expect(kept(changed)).toEqual(kept(fresh))
    expect(kept(changed)).toMatchObject([[{ id: first.id }], {}, [{ integrity_check: 'ok' }]])
  }
)
