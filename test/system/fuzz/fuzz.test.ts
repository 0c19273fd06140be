import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { NewCase } from '../../../src/server/intake.ts'
import { MIGRATIONS } from '../../../src/server/log/migrations/all.ts'
import { Command } from '../../../src/shared/case/command.ts'
import { CaseEvent } from '../../../src/shared/case/event.ts'
import { Op } from '../../../src/shared/protocol/op.ts'
import { Seen, Up } from '../../../src/shared/protocol/sync.ts'
import { openDb } from '../../../src/sqlite/db.ts'
import { tempFolder } from '../../support/homes.ts'
import { seeded } from '../../support/random.ts'
import { auditOf, nothingSent, openAccount } from './account.ts'
import { fits } from './fits.ts'
import { fuzz } from './fuzz.ts'
import { draw, fromSchema } from './shapes.ts'
import { spoiled, spoiledText } from './spoil.ts'

const TAKEN: Record<string, z.ZodType> = {
  ...Object.fromEntries(Object.entries(Up).map(([name, { takes }]) => [name, takes])),
  'sync:seen': Seen,
  command: Command,
  event: CaseEvent,
  op: Op,
  'new case': NewCase
}

test.each(Object.entries(TAKEN))('[FZ4] what is drawn for %s is what its schema takes', (_name, schema) => {
  const values = draw(fromSchema(schema), 11, 300)
  expect(values.filter((value) => !schema.safeParse(value).success)).toEqual([])
  expect(draw(fromSchema(schema), 11, 300)).toEqual(values)
  expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(1)
})

test('[FZ4] names that mean something stand where they belong', () => {
  const values = draw(fromSchema(Command, { caseId: ['case-1'] }), 3, 200) as { caseId: string }[]
  const known = values.filter(({ caseId }) => caseId === 'case-1')
  expect(known.length).toBeGreaterThan(100)
  expect(known.length).toBeLessThan(200)
})

test('[FZ4] what is spoiled is another value, and the one it was made from stays', () => {
  const dice = seeded(5)
  const whole = draw(fromSchema(Op), 5, 200)
  const before = structuredClone(whole)
  const wrong = whole.map((op) => spoiled(dice, op))
  expect(whole).toEqual(before)
  expect(wrong.filter((op) => fits(Op, op)).length).toBeLessThan(120)
  const text = JSON.stringify(whole[0])
  expect(new Set(Array.from({ length: 50 }, () => spoiledText(dice, text))).size).toBeGreaterThan(30)
})

test('[FZ2] a row that changes without anything sent is told, whichever table it is in', () => {
  const file = `${tempFolder()}/server.db`
  openDb(file, MIGRATIONS).close()
  const db = new Database(file)
  const other = new Database(file)
  db.exec(auditOf(db))
  const account = openAccount(db)
  other
    .prepare(
      "INSERT INTO facts (seq, case_id, ver, at, by, op_id, queue, event) VALUES (1, 'c', 1, 1, 'ana', 'op-1', 'q', '{}')"
    )
    .run()
  expect(account.look({ ...nothingSent(), good: new Set(['op-1']) })).toEqual({ applied: 1, breaches: [] })
  other
    .prepare(
      "INSERT INTO facts (seq, case_id, ver, at, by, op_id, queue, event) VALUES (2, 'c', 2, 1, 'ana', 'op-2', 'q', '{}')"
    )
    .run()
  expect(account.look({ ...nothingSent(), good: new Set(['op-1']), read: new Set(['op-2']) })).toMatchObject({
    applied: 0,
    breaches: [expect.stringContaining('op-2')]
  })
  other.prepare('UPDATE facts SET event = \'{"x":1}\' WHERE seq = 1').run()
  other.prepare("INSERT INTO meta VALUES ('x', 'y')").run()
  expect(account.look(nothingSent()).breaches).toEqual(['UPDATE facts [1]', 'INSERT meta ["x"]'])
  expect(account.look(nothingSent())).toEqual({ applied: 0, breaches: [] })
  db.close()
  other.close()
})

const GOOD = {
  unanswered: 0,
  misshapen: 0,
  crashes: 0,
  changes_without_op: 0,
  endings_untold: 0,
  isFlat: true
}

test('[FZ1] [FZ2] [FZ3] a few hundred messages of all kinds do no harm', async () => {
  const report = await fuzz({ messages: 600, seed: 7 })
  expect(report).toMatchObject({ ...GOOD, troubles: [] })
  expect(report.applied).toBeGreaterThan(0)
  expect(report.refused).toBeGreaterThan(20)
})

test('[FZ2] a server that does not parse ops is noticed', async () => {
  const plant = {
    name: 'ops are not parsed',
    file: 'src/server/session/push.ts',
    from: 'const parsed = readAs(LooseOp, raw)\n',
    to: 'const parsed = { success: true as boolean, data: raw as LooseOp, error: { issues: [] } }\n'
  }
  const report = await fuzz({ messages: 5_000, seed: 7, plant: JSON.stringify(plant) })
  expect(report.crashes + report.changes_without_op).toBeGreaterThan(0)
})
