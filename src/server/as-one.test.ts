import { expect, test } from 'vitest'
import { ana, matrix } from '../../test/support/cases.ts'
import { facts, online, server, type TestServer } from '../../test/support/server.ts'
import type { Case } from '../shared/case/case.ts'
import { caseScopes, EVERYTHING } from '../shared/case/rights.ts'
import { SYSTEM } from '../shared/lib/ids.ts'
import { must } from '../shared/lib/must.ts'
import { markOf, plus } from '../shared/protocol/snapshot/scope-sum.ts'
import type { Writer } from '../sqlite/db.ts'
import { append } from './log/append.ts'
import { findCase, listCases } from './log/cases.ts'
import { headSeq } from './log/facts.ts'
import { newestMatrixVer, pushMatrix } from './log/matrices.ts'
import { findMark, findStoreId, putMark, putStoreId } from './log/meta.ts'
import { findPerson, putPerson } from './log/people.ts'
import { listScopeSums } from './log/scope-sums.ts'

/** The sums as somebody comes to who counts all cases. */
function counted(cases: readonly Case[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const kase of cases)
    for (const scope of [EVERYTHING, ...caseScopes(kase)])
      sums[scope] = plus(sums[scope] ?? 0, markOf(kase.id, kase.ver))
  return sums
}

function expectSums({ db }: TestServer): void {
  const wanted = counted(listCases(db, '', 100))
  expect(listScopeSums(db, Object.keys(wanted))).toEqual(wanted)
}

function note(tx: Writer, caseId: Parameters<typeof findCase>[1]): void {
  const { kase } = must(findCase(tx, caseId), 'case')
  const event = { type: 'case.noted' as const, body: 'half', late: false }
  append(tx, caseId, kase, { at: 1, by: SYSTEM, opId: null, event })
}

test('[HM2] [SY29] beside a work that throws in the middle, the others write what they would have without it', async () => {
  const host = await server()
  const [one, two] = [await host.open(), await host.open()]
  const [first, second] = [await online(host, 'ana'), await online(host, 'ben')]
  const before = facts(host.db).length
  const broken = host.home.write((tx) => {
    note(tx, one)
    note(tx, two)
    throw new Error('in the middle')
  })
  const [noted, thrown, claimed] = await Promise.allSettled([
    first.act({ type: 'case.note', caseId: one, body: 'before' }),
    broken,
    second.act({ type: 'case.claim', caseId: two })
  ])
  expect(thrown).toMatchObject({ status: 'rejected', reason: { message: 'in the middle' } })
  expect([noted, claimed]).toMatchObject([
    { value: { outcome: 'applied', seq: before + 1 } },
    { value: { outcome: 'applied', seq: before + 2 } }
  ])
  expect(facts(host.db).slice(before)).toMatchObject([
    { seq: before + 1, caseId: one, by: 'ana', type: 'case.noted' },
    { seq: before + 2, caseId: two, by: 'ben', type: 'case.claimed' }
  ])
  expectSums(host)
})

test('[SY29] of many works that share a commit none loses what another one added to a sum', async () => {
  const host = await server()
  const consoles = await Promise.all(['ana', 'ben', 'ana', 'ben'].map((name) => online(host, name)))
  const ids = [await host.open(), await host.open()]
  const acted = consoles.flatMap((console, n) => {
    const caseId = must(ids[n % 2], 'case')
    return [
      console.act({ type: 'case.note', caseId, body: 'one' }),
      console.act({ type: 'case.claim', caseId }),
      console.act({ type: 'case.note', caseId, body: 'two' })
    ]
  })
  await Promise.all(acted)
  expectSums(host)
  const seqs = facts(host.db).map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_seq, at) => at + 1))
})

test('[HM1] a work sees what the one before it in the same breath wrote', async () => {
  const host = await server()
  const { home } = host
  const storeId = findStoreId(host.db)
  const moved = { ...ana, name: 'Ana Moved' }
  const read = () =>
    home.write((tx) => ({
      name: findPerson(tx, ana.id)?.person.name,
      storeId: findStoreId(tx),
      marked: findMark(tx, 'something'),
      head: headSeq(tx),
      matrix: newestMatrixVer(tx)
    }))
  const id = await host.open()
  const publish = (tx: Writer) => pushMatrix(tx, { ...matrix(), version: 2 }, 5)
  const [before, , , , , after] = await Promise.all([
    read(),
    home.write((tx) => void putPerson(tx, moved)),
    home.write((tx) => {
      putStoreId(tx, 'anew')
      putMark(tx, 'something')
    }),
    home.write((tx) => note(tx, id)),
    home.write(publish),
    read()
  ])
  expect(before).toEqual({ name: ana.name, storeId, marked: false, head: 1, matrix: 1 })
  expect(after).toEqual({ name: 'Ana Moved', storeId: 'anew', marked: true, head: 2, matrix: 2 })
})

test('[HM2] of what a work wrote before it threw the next one sees nothing', async () => {
  const { home, ...host } = await server()
  const id = await host.open()
  const broken = home.write((tx) => {
    putPerson(tx, { ...ana, name: 'Ana Half' })
    putStoreId(tx, 'half')
    note(tx, id)
    throw new Error('in the middle')
  })
  const read = home.write((tx) => [
    findPerson(tx, ana.id)?.person.name,
    findStoreId(tx) === 'half',
    headSeq(tx)
  ])
  await expect(broken).rejects.toThrow('in the middle')
  expect(await read).toEqual([ana.name, false, 1])
})
