import { expect, test } from 'vitest'
import { ada, ana, dan, lea, leo, max, person, queue, sol } from '../../../test/support/cases.ts'
import { supervises, worksIn } from './person.ts'
import { isSameQueue, queueKey } from './queue.ts'
import { compareTiers, Tier } from './tier.ts'

const QUEUES = ['L1/billing', 'L1/tech', 'L2/billing', 'L2/tech', 'L3/core'].map(queue)

test('[CA17] an agent works in their queues, an escalation manager in all, an administrator in none', () => {
  const where = [ana, sol, lea, leo, dan, max, ada].map((one) =>
    QUEUES.filter((each) => worksIn(one, each)).map(queueKey)
  )
  expect(where).toEqual([
    ['L1/billing'],
    ['L1/billing'],
    ['L2/billing'],
    ['L2/billing', 'L2/tech'],
    ['L3/core'],
    QUEUES.map(queueKey),
    []
  ])
})

test('[ES13] a supervisor answers for their queues, an escalation manager for all, nobody else for any', () => {
  const two = person('two', { role: 'supervisor', queues: [queue('L1/tech'), queue('L2/tech')] })
  const where = [ana, sol, two, max, ada].map((one) =>
    QUEUES.filter((each) => supervises(one, each)).map(queueKey)
  )
  expect(where).toEqual([[], ['L1/billing'], ['L1/tech', 'L2/tech'], QUEUES.map(queueKey), []])
})

test('[ES3] tiers are compared from the lowest up, and a queue is its tier and its team', () => {
  expect([...Tier.options].reverse().sort(compareTiers)).toEqual(['L0', 'L1', 'L2', 'L3', 'L4'])
  expect(compareTiers('L2', 'L2')).toBe(0)
  expect(isSameQueue(queue('L1/tech'), queue('L1/tech'))).toBe(true)
  expect(isSameQueue(queue('L1/tech'), queue('L2/tech'))).toBe(false)
  expect(isSameQueue(queue('L1/tech'), queue('L1/billing'))).toBe(false)
})
