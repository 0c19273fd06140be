import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { expectSame, startNode } from '../support/nodes.ts'
import { type Cluster, newDatabase, startCluster } from '../support/postgres.ts'
import { facts, online } from '../support/server.ts'

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster()
}, 60_000)
afterAll(() => cluster.stop())

test('[HM10] a database that dies in the middle of the work loses nothing that was answered, and does nothing twice', {
  timeout: 120_000
}, async () => {
  const workspace = `${await newDatabase(cluster.url(), 'dying')}?workspace=dying`
  const one = await startNode(workspace, {}, false)
  const other = await startNode(workspace)
  const id = await one.open()
  const [ana, ben] = [await online(one, 'ana'), await online(other, 'ben')]
  const answered: string[] = []
  let isOver = false
  /** Pushes each op until it has an answer, as a console does. */
  const working = async (console: typeof ana, name: string): Promise<void> => {
    for (let n = 0; !isOver; n += 1) {
      const op = console.op({ type: 'case.note', caseId: id, body: `${name} ${n}` })
      for (;;) {
        const { results, stop } = await console.push([op])
        if (results[0]) {
          expect(results[0].outcome).toBe('applied')
          answered.push(op.opId)
          break
        }
        expect(stop).toBe('BUSY')
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }
  const work = Promise.all([working(ana, 'ana'), working(ben, 'ben')])
  for (let round = 0; round < 3; round += 1) {
    const before = answered.length
    await vi.waitFor(() => expect(answered.length).toBeGreaterThan(before + 10), { timeout: 30_000 })
    await cluster.kill()
    await cluster.start()
  }
  const before = answered.length
  await vi.waitFor(() => expect(answered.length).toBeGreaterThan(before + 10), { timeout: 30_000 })
  isOver = true
  await work
  await expectSame(one, other)
  const noted = facts(one.db).filter(({ type }) => type === 'case.noted')
  expect(noted.map(({ opId }) => opId).sort()).toEqual(answered.toSorted())
  expect(facts(one.db).map(({ seq }) => seq)).toEqual(
    Array.from({ length: noted.length + 1 }, (_none, n) => n + 1)
  )
})
