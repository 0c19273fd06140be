import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Case } from '../../shared/case/case.ts'
import { mayDecide } from '../../shared/case/who-decides.ts'
import { queueKey } from '../../shared/people/queue.ts'
import type { Reader } from '../../sqlite/db.ts'
import { nameStore } from '../core.ts'
import type { Home } from '../home/home.ts'
import { sqliteHome } from '../home/sqlite-home.ts'
import { findCase, listCaseIds } from '../log/cases.ts'
import { headSeq } from '../log/facts.ts'
import { isDemo, markDemo } from '../log/meta.ts'
import { listPeople } from '../log/people.ts'
import { openLog } from '../open-log.ts'
import { seedDemo } from './seed-demo.ts'

let data: string
let home: Home
let db: Reader
const NOW = Date.UTC(2026, 4, 4, 12)
const MINUTE = 60_000
const said: string[] = []
let ids = 0
const seed = () =>
  seedDemo({ home, data, now: () => NOW, newId: () => `id-${++ids}`, say: (line) => said.push(line) })

beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'tierline-demo-'))
  home = sqliteHome(openLog(data))
  db = home.db
  await nameStore(home, () => 'demo')
  await home.write((tx) => markDemo(tx))
  await seed()
}, 120_000)
afterAll(async () => {
  await home.close()
  rmSync(data, { recursive: true, force: true })
})

const cases = (): Case[] => listCaseIds(db, '', 100_000).flatMap((id) => findCase(db, id)?.kase ?? [])

test('[SV49] the demo has people, imported cases and work of every kind', () => {
  expect(isDemo(db)).toBe(true)
  const people = listPeople(db)
  const all = cases()
  expect(all.length).toBeGreaterThan(7_000)
  expect(said.some((line) => line.includes('2465 cases'))).toBe(true)
  const open = all.filter(({ state }) => state.status !== 'resolved' && state.status !== 'closed')
  const queues = new Set(open.map((kase) => queueKey(kase.queue)))
  for (const person of people.filter(({ role }) => role === 'agent')) {
    for (const queue of person.queues.filter(({ tier }) => tier !== 'L4'))
      expect(queues).toContain(queueKey(queue))
  }
  const owned = new Set(open.map((kase) => kase.owner))
  for (const id of ['ana', 'ben', 'giulia', 'diego', 'paolo', 'hanna']) expect(owned).toContain(id)
  const requests = open.flatMap((kase) => kase.escalations.filter((one) => one.kind === 'hierarchical'))
  for (const id of ['sofia', 'claire']) {
    const person = people.find((one) => one.id === id)
    expect(
      requests.some(
        (one) => person !== undefined && mayDecide(person, one, { at: 0, findPerson: () => undefined })
      )
    ).toBe(true)
  }
  // Long enough for somebody who looks around first: Ana's request is what the tour begins with.
  const asked = requests.filter(
    ({ by, state }) => by === 'ana' && 'dueAt' in state && state.dueAt > NOW + 45 * MINUTE
  )
  expect(asked).toHaveLength(1)
  const waiting = open.flatMap((kase) =>
    kase.escalations.filter((one) => one.kind === 'functional' && one.state.status === 'requested')
  )
  expect(waiting.length).toBeGreaterThanOrEqual(8)
  expect(all.every((kase) => kase.updatedAt <= NOW)).toBe(true)
})

test('[SV49] a second start changes nothing', async () => {
  const head = headSeq(db)
  await seed()
  expect(headSeq(db)).toBe(head)
})

test('[SV49] a part that was cut short is done again without doing anything twice', async () => {
  const head = headSeq(db)
  await home.write((tx) =>
    tx.prepare(`DELETE FROM meta WHERE name IN ('seeded:cfpb-complaints-280.csv', 'seeded:story')`).run()
  )
  await seed()
  expect(headSeq(db)).toBe(head)
})
