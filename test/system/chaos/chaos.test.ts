import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../../src/server/log/migrations/all.ts'
import type { Fact } from '../../../src/shared/case/event.ts'
import { openDb } from '../../../src/sqlite/db.ts'
import { chaos } from './chaos.ts'
import { checkEffects } from './verdict.ts'

test('[CH1] [CH2] answers that are not stored are noticed by the account of what was saved', {
  timeout: 180_000
}, async () => {
  const plant = {
    name: 'results are not stored',
    file: 'src/server/session/push.ts',
    from: '  pushResult(tx, { ...result, deviceId: device.deviceId, personId: bench.person.id })\n',
    to: ''
  }
  const report = await chaos({
    store: 'sqlite',
    seconds: 3,
    seed: 3,
    plant: JSON.stringify(plant),
    say: () => undefined
  })
  expect(report.ops).toBeGreaterThan(0)
  expect(report.lost).toBe(report.ops)
})

/** In the order of things: the answer goes, and the commit comes a few milliseconds later. */
const TOO_EARLY = {
  'a node answers before its commit': {
    only: 'kill servers behind an answer',
    file: 'src/server/home/sqlite-home.ts',
    from: '    if (works.size() > 0) plan()\n    if (!group) return\n    try {\n      write(group)\n',
    to: `
    if (!group) return
    const begin = () => {
      db.prepare('BEGIN IMMEDIATE').run()
      try {
        group.run(db)
      } catch (error) {
        db.prepare('ROLLBACK').run()
        throw error
      }
    }
    try {
      try {
        begin()
      } catch (error) {
        if (!(error instanceof OneThrew)) throw error
        begin()
      }
      isPlanned = true
      setTimeout(() => {
        db.prepare('COMMIT').run()
        isPlanned = false
        if (works.size() > 0) plan()
      }, 5)
`
  },
  'an engine says saved before its commit': {
    only: 'kill console behind its word',
    file: 'src/engine/dispatch.ts',
    from: '      return desk(deps).act(command, opId)\n',
    to: `
      const at = desk(deps)
      let said
      try {
        at.db.write(() => {
          said = at.act(command, opId)
          throw new Error('not yet')
        })
      } catch {}
      setTimeout(() => at.act(command, opId), 5)
      return said
`
  }
}

test.each(Object.entries(TOO_EARLY))(
  '[CH1] [CH5] [CH6] %s, and it is noticed',
  {
    timeout: 180_000
  },
  async (name, { only, ...plant }) => {
    const report = await chaos({
      store: 'sqlite',
      seconds: 1,
      seed: 3,
      only: [only],
      plant: JSON.stringify({ name, ...plant }),
      say: () => undefined
    })
    expect(report.never).toEqual([])
    expect(report.lost + report.forgotten.length).toBeGreaterThan(0)
  }
)

test('[CH3] what was carried out twice, in other words, or not at all is noticed', () => {
  const db = openDb(':memory:', MIGRATIONS)
  const effect = (key: string, kind: string, state: string): unknown =>
    db.write((tx) =>
      tx
        .prepare(
          "INSERT INTO effects (key, kind, payload, state, tries, next_at) VALUES (?, ?, '{}', ?, 0, 0)"
        )
        .run(key, kind, state)
    )
  const told = (asked: Record<string, string[]>, types: string[]): string[] => {
    const said: string[] = []
    const log = types.map((type) => ({ event: { type } }) as Fact)
    checkEffects(db, log, new Map(Object.entries(asked)), (what) => said.push(what))
    return said
  }
  expect(told({}, [])).toEqual([])
  expect(told({ 'op-1': ['x'] }, [])).toEqual(['doubled'])
  expect(told({}, ['case.replied'])).toEqual(['lost'])
  effect('op-1', 'mail', 'sent')
  expect(told({ 'op-1': ['x', 'x'] }, ['case.replied'])).toEqual([])
  expect(told({ 'op-1': ['x', 'y'] }, ['case.replied'])).toEqual(['doubled'])
  expect(told({}, ['case.replied'])).toEqual(['lost'])
  effect('op-2', 'grant', 'sent')
  const both = { 'op-1': ['x'], 'op-2': ['y'] }
  expect(told(both, ['case.replied', 'grant.carriedOut'])).toEqual([])
  expect(told(both, ['case.replied'])).toEqual(['stuck'])
  expect(told(both, ['case.replied', 'grant.carriedOut', 'grant.carriedOut'])).toEqual(['doubled'])
  effect('op-3', 'mail', 'waiting')
  expect(told(both, ['case.replied', 'case.replied', 'grant.carriedOut'])).toEqual(['stuck'])
  db.close()
})
