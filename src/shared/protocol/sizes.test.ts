import { expect, test } from 'vitest'
import { z } from 'zod'
import { Command } from '../case/command.ts'
import { Op } from './op.ts'
import { Hello, LIMITS, Push, Up } from './sync.ts'

type Shape = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly maxLength?: number
  readonly maxItems?: number
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
}

/** One UTF-16 unit as JSON in UTF-8, at worst: `\\u0001`. */
const UNIT = 6
/** `-1.7976931348623157e+308` */
const NUMBER = 24

/** The most bytes that JSON of this shape can have. Throws where it has no end. */
function mostBytes(shape: Shape, at: string): number {
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return Math.max(...choices.map((one, n) => mostBytes(one, `${at}|${n}`)))
  if (shape.const !== undefined) return JSON.stringify(shape.const).length
  if (shape.enum) return Math.max(...shape.enum.map((one) => JSON.stringify(one).length))
  switch (shape.type) {
    case 'string':
      if (shape.maxLength === undefined) throw new Error(`${at} may be of any length`)
      return shape.maxLength * UNIT + 2
    case 'number':
    case 'integer':
      return NUMBER
    case 'boolean':
    case 'null':
      return 5
    case 'array':
      if (shape.maxItems === undefined || !shape.items) throw new Error(`${at} may have any number of items`)
      return shape.maxItems * (mostBytes(shape.items, `${at}[]`) + 1) + 2
    case 'object':
      return Object.entries(shape.properties ?? {}).reduce(
        (sum, [name, one]) => sum + name.length + 4 + mostBytes(one, `${at}.${name}`),
        2
      )
    default:
      throw new Error(`${at} may be anything`)
  }
}

/** Bytes around a payload: the name of the event, the number of its ack. */
const FRAME = 200
const most = (shape: z.ZodType, name: string) => mostBytes(z.toJSONSchema(shape) as Shape, name)

test('[SY24] [EN32] the largest op there can be fits into a message, whatever is typed', () => {
  const envelope = most(Push.omit({ ops: true }), 'push')
  expect(most(Op, 'op') + envelope + FRAME).toBeLessThan(LIMITS.message)
  // A batch of many is within its own limit (EN27), and that is within the message's.
  expect(LIMITS.bytes + LIMITS.ops + envelope + FRAME).toBeLessThan(LIMITS.message)
  // This is no small number: several long texts fit into one command.
  expect(most(Command, 'command')).toBeGreaterThan(LIMITS.bytes)
})

test('[SY24] nothing else that a console says is larger', () => {
  const { 'sync:hello': hello, 'sync:pull': pull, 'sync:snap': snap, 'sync:part': part } = Up
  expect(hello.takes).toBe(Hello)
  for (const [name, { takes }] of Object.entries({ hello, pull, snap, part })) {
    expect([name, most(takes, name) + FRAME < LIMITS.message]).toEqual([name, true])
  }
})

test('[EN32] a shape without an end is found, or the two above would say nothing', () => {
  expect(() => most(z.object({ note: z.string() }), 'x')).toThrow('x.note may be of any length')
  expect(() => most(z.object({ all: z.array(z.number()) }), 'x')).toThrow('x.all may have any number')
  expect(() => most(z.object({ any: z.unknown() }), 'x')).toThrow('x.any may be anything')
  const text = '\u0001'.repeat(50)
  expect(most(z.object({ note: z.string().max(50) }), 'x')).toBeGreaterThanOrEqual(
    JSON.stringify({ note: text }).length
  )
})
