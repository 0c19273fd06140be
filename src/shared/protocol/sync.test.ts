import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Command } from '../case/command.ts'
import { CaseEvent } from '../case/event.ts'
import { LooseOp, Op } from './op.ts'
import { Down, Frame, LIMITS, PROTOCOL, Push, Seen, Up, WireFact } from './sync.ts'
import { SHAPE_VERSIONS } from './upcast.ts'

test('[PV1] the wire does not change without another protocol number', () => {
  const up = Object.entries(Up).map(([name, { takes, gives }]) => [
    name,
    z.toJSONSchema(takes, { io: 'input' }),
    z.toJSONSchema(gives, { unrepresentable: 'any' }) // bytes have no JSON Schema
  ])
  const down = Object.entries(Down).map(([name, says]) => [name, z.toJSONSchema(says)])
  // Ops and events travel loosely and are parsed on arrival, so their shapes are part of the wire all the same.
  const inside = [Op, LooseOp, Command, CaseEvent, Seen].map((shape) => z.toJSONSchema(shape))
  const wire = JSON.stringify([up, down, inside, SHAPE_VERSIONS])
  const print = createHash('sha256').update(wire).digest('hex').slice(0, 12)
  expect({ PROTOCOL, print }).toEqual({ PROTOCOL: 4, print: 'd4002c00faf6' })
})

test('[SY16] a fact of an unknown kind travels with all its fields', () => {
  const fact = {
    seq: 4,
    caseId: 'case-1',
    ver: 2,
    at: 5,
    by: 'ana',
    opId: null,
    event: { type: 'case.sang', song: ['la', { loud: true }] }
  }
  expect(WireFact.parse(fact)).toEqual(fact)
  expect(CaseEvent.safeParse(fact.event).success).toBe(false)
  const frame = {
    storeId: 's',
    scopeVer: 1,
    from: 3,
    to: 4,
    changes: [{ kind: 'fact', fact }],
    results: [],
    bytes: 300,
    sums: null
  }
  expect(Frame.parse(frame)).toEqual(frame)
})

test('[SY24] a push holds at least one op and at most the limit', () => {
  const push = (ops: unknown[]) =>
    Push.safeParse({ storeId: 's', deviceId: 'device-1', firstOpNo: 1, ops }).success
  expect([0, 1, LIMITS.ops, LIMITS.ops + 1].map((length) => push(Array(length).fill({})))).toEqual([
    false,
    true,
    true,
    false
  ])
})
