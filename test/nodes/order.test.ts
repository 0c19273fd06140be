import { expect, test, vi } from 'vitest'
import { findCase } from '../../src/server/log/cases.ts'
import { headSeq } from '../../src/server/log/facts.ts'
import type { CaseId } from '../../src/shared/lib/ids.ts'
import { escalate, queue } from '../support/cases.ts'
import { expectSame, startNode, twoNodes } from '../support/nodes.ts'
import { newWorkspace } from '../support/places.ts'
import { plainFacts } from '../support/plain-facts.ts'
import { seeded } from '../support/random.ts'
import { facts, online, type TestConsole } from '../support/server.ts'

test('[HM5] [HM6] of claims on both nodes at the same time one wins, and both nodes say so', async () => {
  const { one, other } = await twoNodes()
  const ids: CaseId[] = []
  for (let n = 0; n < 10; n += 1) ids.push(await one.open())
  const [ana, ben] = [await online(one, 'ana'), await online(other, 'ben')]
  for (const caseId of ids) {
    const answers = await Promise.all([
      ana.act({ type: 'case.claim', caseId }),
      ben.act({ type: 'case.claim', caseId })
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'rejected'])
    const owner = answers[0]?.outcome === 'applied' ? 'ana' : 'ben'
    await expectSame(one, other)
    expect(findCase(other.db, caseId)?.kase.owner).toBe(owner)
  }
  expect(facts(one.db).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_none, n) => n + 1))
})

test('[HM7] what is done on one node is told to the consoles of the other, by itself', async () => {
  const { one, other } = await twoNodes()
  const ben = await online(other, 'ben')
  other.core.onDirty(() => other.core.flush())
  const id = await one.open()
  await (await online(one, 'ana')).act({ type: 'case.claim', caseId: id })
  await vi.waitFor(() => expect(ben.frames().at(-1)?.to).toBe(2))
  expect(ben.frames().flatMap(({ changes }) => changes)).toMatchObject([
    { kind: 'enter', caseId: id },
    { kind: 'fact', fact: { by: 'ana', event: { type: 'case.claimed' } } }
  ])
})

test('[HM7] a poke that got lost is made up for: a node looks by itself', async () => {
  const workspace = newWorkspace()
  const silent = await startNode(workspace, { wrap: (log) => ({ ...log, poke: () => undefined }) }, false)
  const other = await startNode(workspace)
  const ben = await online(other, 'ben')
  other.core.onDirty(() => other.core.flush())
  await silent.open()
  await vi.waitFor(() => expect(ben.frames().at(-1)?.to).toBe(1), { timeout: 20_000 })
})

test('[HM1] a node that ends does what it was asked so far, and answers it', async () => {
  const { one, other } = await twoNodes()
  const asked = ['first', 'second'].map((name) =>
    one.home.write((tx) => tx.prepare("INSERT INTO meta VALUES (?, 'x')").run(name))
  )
  await one.home.close()
  await Promise.all(asked)
  await expect(one.home.write(() => 1)).rejects.toThrow('closed')
  await other.home.catchUp()
  const kept = other.db.prepare("SELECT name FROM meta WHERE value = 'x' ORDER BY name").all()
  expect(kept).toEqual([{ name: 'first' }, { name: 'second' }])
})

test('[HM5] nobody reads on a node what is not durable yet', async () => {
  const { one } = await twoNodes()
  const seen: number[] = []
  const asked = one.home.write((tx) => {
    tx.prepare("INSERT INTO meta VALUES ('tried', 'x')").run()
    return 'done'
  })
  const read = (): number =>
    (one.db.prepare("SELECT count(*) AS n FROM meta WHERE name = 'tried'").get() as { n: number }).n
  const watching = setInterval(() => seen.push(read()), 0)
  expect(await asked).toBe('done')
  expect(read()).toBe(1)
  clearInterval(watching)
  expect(seen.slice(0, -1).every((n) => n === 0)).toBe(true)
})

test('[HM2] a work that throws is taken back alone on a shared home as well, and one that writes nothing leaves no change', async () => {
  const { one, other } = await twoNodes()
  const put = (name: string) =>
    one.home.write((tx) => tx.prepare("INSERT INTO meta VALUES (?, 'x')").run(name))
  const before = facts(one.db).length
  const answers = await Promise.allSettled([
    put('a'),
    one.home.write((tx) => {
      tx.prepare("INSERT INTO meta VALUES ('half', 'x')").run()
      throw new Error('in the middle')
    }),
    put('b'),
    one.home.write(() => 'looked')
  ])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  await expectSame(one, other)
  const names = other.db.prepare("SELECT name FROM meta WHERE value = 'x' ORDER BY name").all()
  expect(names).toEqual([{ name: 'a' }, { name: 'b' }])
  expect(facts(other.db)).toHaveLength(before)
})

test('[HM8] after any work on three nodes every row of every table is the same on all', {
  timeout: 60_000
}, async () => {
  const { one, other, workspace } = await twoNodes()
  const third = await startNode(workspace)
  const dice = seeded(11)
  const nodes = [one, other, third]
  const staff = ['ana', 'ben', 'lea', 'max', 'zoe']
  const consoles: TestConsole[] = []
  for (const node of nodes) for (const person of staff) consoles.push(await online(node, person))
  const ids: CaseId[] = []
  for (let n = 0; n < 6; n += 1)
    ids.push(await dice.pick(nodes).open({ queue: queue(dice.pick(['L1/billing', 'L1/tech'])) }))
  for (let round = 0; round < 25; round += 1) {
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        const caseId = dice.pick(ids)
        const console = dice.pick(consoles)
        const command = dice.pick([
          { type: 'case.claim', caseId },
          { type: 'case.release', caseId },
          { type: 'case.note', caseId, body: `a\u0000b \u{1F600} ${round}` },
          { type: 'case.reply', caseId, body: 'Hello' },
          { ...escalate('l1-billing', 'L2/billing'), caseId },
          { type: 'case.grant', caseId, ask: { action: 'refund', amountMinor: 100, currency: 'EUR' } }
        ]) as Parameters<typeof console.act>[0]
        await console.act(command)
      })
    )
    if (round % 5 === 0) await dice.pick(nodes).core.tick()
  }
  await expectSame(...nodes)
  expect(headSeq(one.db)).toBeGreaterThan(20)
})

test('[HM18] the facts stand in the database as plain rows, the same as in the log', async () => {
  const { one, workspace } = await twoNodes()
  const id = await one.open()
  const ana = await online(one, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ type: 'case.note', caseId: id, body: 'cut \u0000 here and \ud800 there' })
  const plain = await plainFacts(workspace)
  expect(plain.map(({ seq, caseId, by, opId, type }) => ({ seq, caseId, by, opId, type }))).toEqual(
    facts(one.db)
  )
  const inLog = one.db.prepare('SELECT ver, at FROM facts ORDER BY seq').all()
  expect(plain.map(({ ver, at }) => ({ ver, at }))).toEqual(inLog)
  expect(plain[2]?.body['body']).toBe('cut \uFFFD here and \uFFFD there')
})

test('[HM3] what many consoles ask at once on one node is one change', async () => {
  const { one, other } = await twoNodes()
  const ids = await Promise.all(Array.from({ length: 20 }, () => one.open()))
  expect(new Set(ids).size).toBe(20)
  await expectSame(one, other)
  expect(facts(other.db)).toHaveLength(20)
})
