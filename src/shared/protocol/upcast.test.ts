import { expect, test } from 'vitest'
import { Command } from '../case/command.ts'
import { SHAPE_VERSIONS, upcast, versionOf } from './upcast.ts'

const returned = { type: 'escalation.return', caseId: 'c1', escalationId: 'e1', note: 'known' }

test('[SY48] a command of an older shape gets what the newer one needs, and stays what it was', () => {
  const op = { tv: 1, command: returned, opId: 'op-1' }
  const shaped = upcast(op)
  expect(shaped).toEqual({ tv: 2, command: { ...returned, to: 'team' }, opId: 'op-1' })
  expect(Command.safeParse(returned).success).toBe(false)
  expect(Command.safeParse(shaped?.command).success).toBe(true)
  expect(op.command).toEqual(returned)
})

test('[SY48] one of the newest shape is left as it is; of one of a newer build nothing is guessed', () => {
  const op = { tv: 2, command: { ...returned, to: 'person' } }
  expect(upcast(op)).toBe(op)
  expect(upcast({ ...op, tv: 3 })).toBeUndefined()
  expect(upcast({ tv: 2, command: { type: 'case.claim' } })).toBeUndefined()
})

test('[SY48] a type nobody here knows passes as it is, also one named like something else', () => {
  for (const type of ['case.sing', 'constructor', '__proto__']) {
    expect(versionOf(type)).toBe(1)
    const op = { tv: 1, command: { type } }
    expect(upcast(op)).toBe(op)
  }
})

test('[SY48] every version there is belongs to a command there is', () => {
  const types = Command.options.map((one) => one.shape.type.value)
  for (const [type, version] of Object.entries(SHAPE_VERSIONS)) {
    expect(types).toContain(type)
    expect(version).toBeGreaterThan(1)
  }
})
