import { expect } from 'vitest'
import type { Op } from '../../src/shared/protocol/op.ts'
import type { Push } from '../../src/shared/protocol/sync.ts'
import { handWire } from './hand-wire.ts'
import { openQueue, STORE, truth } from './queue.ts'

export const note = (body: string): object => ({ type: 'case.note', caseId: 'c1', body })

export function setup(
  given: Parameters<typeof openQueue>[0] = {},
  over: Parameters<typeof handWire>[1] = {}
) {
  const log = truth()
  const queue = openQueue(given)
  queue.take([log.open('c1')])
  const wire = handWire(queue, over)
  const act = async (command: object): Promise<void> => {
    expect(queue.act(command)).toMatchObject({ ok: true })
    wire.sync.kick()
    await wire.clock.forward(0)
  }
  const frame = (changes: unknown[], span: { from: number; to: number }) => ({
    storeId: STORE,
    scopeVer: 1,
    ...span,
    changes,
    results: [],
    bytes: 100,
    sums: null
  })
  /** In touch, at the head, with nothing open. */
  const online = async (): Promise<void> => void (await wire.greet({ seq: 1 }))
  const pushed = (): Op[] => (wire.next('sync:push').payload as Push).ops as Op[]
  return { log, queue, wire, act, frame, online, pushed }
}
