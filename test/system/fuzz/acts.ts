import type Database from 'better-sqlite3'
import { findCase } from '../../../src/server/log/cases.ts'
import { findMatrix, newestMatrixVer } from '../../../src/server/log/matrices.ts'
import { findPerson, listPeople } from '../../../src/server/log/people.ts'
import { optionsFor } from '../../../src/shared/case/options-for.ts'
import { caseScopes, maySee, personScopes } from '../../../src/shared/case/rights.ts'
import { CaseId, PersonId } from '../../../src/shared/lib/ids.ts'
import { PROTOCOL } from '../../../src/shared/protocol/sync.ts'
import type { Reader } from '../../../src/sqlite/db.ts'
import { people } from '../../support/cases.ts'
import { anyButton, pressedWith } from '../../support/filled.ts'
import type { Random } from '../../support/random.ts'
import type { Hints } from './shapes.ts'

/** What the server knows, read from its file beside it: who does not know the case presses no button that works. */
export type Insight = {
  /** Something this person could do now on a case in their sight, or a note where there is no button. */
  plausible(dice: Random, personId: string, words: string, at: number): unknown
  /** Names and numbers that mean something here now, by the fields they stand in. */
  hints(): Hints
  /** The hash the next op of an installation has to follow. */
  headHash(deviceId: string): string
}

export function openInsight(db: Database.Database): Insight {
  const reader = preparing(db)
  const touched = db.prepare('SELECT case_id FROM facts ORDER BY seq DESC LIMIT 200').pluck()
  const newest = (): string[] => [...new Set(touched.all() as string[])].slice(0, 60)
  const someOps = db
    .prepare('SELECT op_id FROM facts WHERE op_id IS NOT NULL ORDER BY seq DESC LIMIT 20')
    .pluck()
  const head = db.prepare('SELECT head_hash FROM devices WHERE device_id = ?').pluck()
  return {
    headHash: (deviceId) => String(head.get(deviceId) ?? ''),
    hints() {
      const caseIds = newest()
      const ids = people.map(({ id }) => id)
      return {
        ...FIXED,
        caseId: caseIds,
        after: [null, ...caseIds],
        opId: someOps.all(),
        escalationId: someOps.all(),
        helpedBy: caseIds,
        actorId: ids,
        personId: ids,
        people: ids.map((id) => [id]),
        cursor: [0, 1, caseIds.length, 1e6]
      }
    },
    plausible(dice, personId, words, at) {
      const person = findPerson(reader, PersonId.parse(personId))?.person
      const matrix = findMatrix(reader, newestMatrixVer(reader))
      if (!person || !matrix) throw new Error('a workspace without people or a matrix')
      const ids = newest()
      for (let n = 0; n < 6; n += 1) {
        const kase = findCase(reader, CaseId.parse(dice.pick(ids)))?.kase
        if (!kase || !maySee(personScopes(person), caseScopes(kase))) continue
        const around = { people: listPeople(reader), at, grantedElsewhere: () => 0 }
        const option = anyButton(dice, optionsFor(kase, person, matrix, around))
        if (option) return pressedWith(dice, option, kase, words)
      }
      return { type: 'case.note', caseId: dice.pick(ids), body: words }
    }
  }
}

const QUEUES = ['L1/billing', 'L1/tech', 'L2/billing', 'L2/tech', 'L3/core'].map((key) => {
  const [tier, team] = key.split('/')
  return { tier, team }
})

/** Words of the matrix and the people the tests have. */
const FIXED: Hints = {
  ev: [1],
  tv: [1, 1, 1, 2],
  queue: QUEUES,
  rowId: ['l1-billing', 'l1-tech', 'l2-core', 'refund-200', 'refund-1000', 'credit'],
  category: ['billing', 'bug'],
  was: ['normal', 'billing', 'email'],
  matrixVer: [1, 1, 2],
  currency: ['EUR'],
  amountMinor: [1, 500, 3_000, 12_000, 60_000, 100_001],
  proto: [PROTOCOL, PROTOCOL, PROTOCOL - 1, PROTOCOL - 2, 1, PROTOCOL + 1],
  scope: ['L1/billing', 'L2/billing', 'L3/core', 'all', 'user:ana'],
  scopeVer: [0, 1, 2],
  max: [1, 200, 2_000],
  asOf: [null, 0, 1, 30],
  open: [[]],
  doc: [{}]
}

/** Statements are compiled once, as the product does it. */
function preparing(db: Database.Database): Reader {
  const kept = new Map<string, Database.Statement<unknown[]>>()
  return {
    prepare(sql) {
      const known = kept.get(sql) ?? db.prepare<unknown[]>(sql)
      kept.set(sql, known)
      return known
    }
  }
}
