import { expect, test } from 'vitest'
import type { Hop } from '../../../shared/case/case.ts'
import { PersonId } from '../../../shared/lib/ids.ts'
import { Queue } from '../../../shared/people/queue.ts'
import { markHops, shortWay } from './tier-hops.ts'

function hop(key: string, how: Hop['how']): Hop {
  const [tier, team] = key.split('/')
  return { queue: Queue.parse({ tier, team }), at: 0, by: PersonId.parse('ana'), how }
}
const marksOf = (hops: Hop[]) => markHops(hops).map((one) => one.mark)

test('[CS6] the first time back is a return, the second is ping-pong', () => {
  const way = [
    hop('L1/front', 'opened'),
    hop('L2/billing', 'escalated'),
    hop('L1/front', 'returned'),
    hop('L2/billing', 'escalated'),
    hop('L1/front', 'returned')
  ]
  expect(marksOf(way)).toEqual([undefined, undefined, 'returned', undefined, 'ping_pong'])
  expect(markHops(way).at(-1)?.bounces).toBe(2)
})

test('[CS6] sideways and back is a bounce, a withdrawal is none', () => {
  const sideways = [
    hop('L1/front', 'opened'),
    hop('L1/tech', 'transferred'),
    hop('L1/front', 'transferred'),
    hop('L1/tech', 'transferred')
  ]
  expect(marksOf(sideways)).toEqual([undefined, undefined, undefined, 'ping_pong'])
  const withdrawn = [
    hop('L1/front', 'opened'),
    hop('L2/billing', 'escalated'),
    hop('L1/front', 'withdrawn'),
    hop('L2/billing', 'escalated'),
    hop('L1/front', 'withdrawn')
  ]
  expect(marksOf(withdrawn).filter(Boolean)).toEqual([])
})

test('[CS6] a tier that was skipped is marked', () => {
  expect(marksOf([hop('L1/front', 'opened'), hop('L3/core', 'escalated')])).toEqual([undefined, 'skipped'])
})

test('[CS6] of a long way the beginning and the last stops are told', () => {
  expect(shortWay([1, 2, 3])).toEqual({ first: [1, 2, 3], left: 0, last: [] })
  expect(shortWay([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ first: [1], left: 2, last: [4, 5, 6, 7, 8] })
})
