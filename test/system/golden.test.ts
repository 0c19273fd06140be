import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listUnanswered } from '../../src/engine/store/outbox.ts'
import { findCase } from '../../src/server/log/cases.ts'
import { wordsOf } from '../../src/shared/case/command.ts'
import { Op, opHash } from '../../src/shared/protocol/op.ts'
import { upcast, versionOf } from '../../src/shared/protocol/upcast.ts'
import { ana, lea, people, sol } from '../support/cases.ts'
import { BUILDS, databaseOf, envelopesOf } from '../support/golden.ts'
import { caseOf, reviewOf, textOf } from '../support/people-acts.ts'
import { online, server } from '../support/server.ts'
import { caseId, createWorld } from '../support/world.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-golden-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('[SY25] there are builds of before to look after', () => {
  expect(BUILDS).toEqual(['protocol-1', 'protocol-2', 'protocol-3'])
})

test.each(BUILDS)(
  '[SY25] [SY48] what consoles and a server of %s left in the middle of a day opens, goes out and settles',
  async (build) => {
    const world = await createWorld({ people, file: databaseOf(build, 'server', folder) })
    const consoles = [ana, lea, sol].map((who) => world.consoleAt(who, databaseOf(build, who.id, folder)))
    const [atAna, atLea] = consoles
    if (!atAna || !atLea) throw new Error('no consoles')
    expect(textOf(atAna, caseId('case-2')).slice(-3)).toEqual([
      'she called again',
      'It is on its way.',
      'paid back'
    ])
    expect(listUnanswered(atAna.db, 99)).toHaveLength(6)
    expect(listUnanswered(atLea.db, 9)).toMatchObject([
      { tv: 2, command: { type: 'escalation.return', note: 'known, see the FAQ', to: 'team' } }
    ])
    const before = reviewOf(atAna)
    expect(before.map((row) => row.words)).toContain('lost in a conflict')
    await world.settle()
    await world.settle()

    for (const one of consoles) {
      expect(one.desk.sync.status()).toMatchObject({ state: 'online', problem: null })
      expect(listUnanswered(one.db, 9)).toEqual([])
      const rows = one.db.prepare('SELECT id, body FROM cases').all() as { id: string; body: string }[]
      if (one === atAna) expect(rows.length).toBeGreaterThan(3)
      // What the server folded long ago may lack what a case says since; all that it does say must be said here.
      for (const { id, body } of rows)
        expect(JSON.parse(body)).toMatchObject(must(findCase(world.server.db, caseId(id))).kase)
    }
    expect(reviewOf(atAna)).toEqual(before)
    expect([...reviewOf(atLea), ...reviewOf(must(consoles[2]))]).toEqual([])
    expect(caseOf(atAna, caseId('case-2'))).toMatchObject({ state: { status: 'resolved' }, priority: 'high' })
    expect(caseOf(atAna, caseId('case-5'))).toMatchObject({ queue: { tier: 'L1', team: 'billing' } })
    expect(caseOf(atAna, caseId('case-4')).grants).toMatchObject([{ amountMinor: 15_000, approvedBy: 'sol' }])
    expect(caseOf(atAna, caseId('case-6'))).toMatchObject({ state: { status: 'on_hold' }, owner: 'ana' })
    await world.close()
  }
)

test.each(BUILDS)(
  '[SY48] an op of every command %s knew is understood here, keeps its words, and is judged by the server',
  async (build) => {
    const ops = envelopesOf(build)
    expect(ops.length).toBeGreaterThan(20)
    for (const op of ops) {
      const parsed = Op.safeParse(upcast(op))
      expect({ type: op.command.type, ok: parsed.success }).toEqual({ type: op.command.type, ok: true })
      if (!parsed.success) continue
      expect(parsed.data.tv).toBe(versionOf(op.command.type))
      const texts = Object.values(op.command).filter((one) => typeof one === 'string')
      if (wordsOf(parsed.data.command)) expect(texts.length).toBeGreaterThan(0)
    }
    const host = await server()
    const at = await online(host, 'ana')
    let previous = ''
    const sent = ops.map((op) => {
      const mine = { ...op, deviceId: at.deviceId, storeId: at.welcome.storeId }
      previous = opHash(mine, previous)
      return { ...mine, hash: previous }
    })
    const pushed = await at.push(sent)
    expect(pushed).toMatchObject({ stop: null, headOpNo: ops.length })
    const unclear = pushed.results.filter((one) => /NotUnderstood|ServerBroke/.test(one.refusal?.type ?? ''))
    // A case is named after the op that opened it (SY4); the sample's is not.
    expect(unclear.filter((one) => one.opId !== ops[0]?.opId)).toEqual([])
  }
)

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing')
  return value
}
