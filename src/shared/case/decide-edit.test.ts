import { expect, test } from 'vitest'
import {
  ada,
  ana,
  type Bare,
  ben,
  desk,
  HOUR,
  lea,
  max,
  NINE,
  openCase,
  queue,
  sol,
  zoe
} from '../../../test/support/cases.ts'

const RESOLVE: Bare = { type: 'case.resolve', resolution: 'solved' }
const OUTSIDE = { type: 'NotYourQueue', queue: queue('L1/billing') }

test('[CA9] a field nobody else changed is simply set', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  expect(one.act(ben, { type: 'case.setPriority', priority: 'high', was: 'normal' })).toMatchObject({
    outcome: 'applied',
    event: { type: 'case.prioritySet', from: 'normal', to: 'high' }
  })
  expect(one.act(ben, { type: 'case.setCategory', category: 'bug', was: 'billing' })).toEqual({
    outcome: 'applied',
    event: { type: 'case.categorySet', from: 'billing', to: 'bug' }
  })
  expect([one.kase.priority, one.kase.category]).toEqual(['high', 'bug'])
})

test('[CA9] the later edit wins and its author is told who had set what, whoever was on the case since', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ben, { type: 'case.setPriority', priority: 'high', was: 'normal' })
  one.act(ben, { type: 'case.setCategory', category: 'bug', was: 'billing' })
  one.now += HOUR
  one.act(ana, { type: 'case.note', body: 'hm' })
  const told = { type: 'ChangedMeanwhile', by: ben.id, at: NINE + HOUR }
  expect(one.act(sol, { type: 'case.setPriority', priority: 'low', was: 'normal' })).toMatchObject({
    outcome: 'transformed',
    told: { ...told, was: 'high' }
  })
  expect(one.ask(sol, { type: 'case.setCategory', category: 'billing', was: 'billing' })).toMatchObject({
    value: { outcome: 'transformed', told: { ...told, was: 'bug' } }
  })
  expect(one.kase.priority).toBe('low')
})

test('[CA10] setting the value a field has changes nothing', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.act(ana, { type: 'case.setPriority', priority: 'normal', was: 'low' })).toEqual({
    outcome: 'noop'
  })
  expect(one.act(ana, { type: 'case.setCategory', category: 'billing', was: 'bug' })).toEqual({
    outcome: 'noop'
  })
})

test('[CA10] fields are set by who works in the queue, on a case in work, to what the matrix knows', () => {
  const one = desk({ kase: openCase(ana) })
  const priority: Bare = { type: 'case.setPriority', priority: 'high', was: 'normal' }
  const category: Bare = { type: 'case.setCategory', category: 'bug', was: 'billing' }
  for (const command of [priority, category]) {
    for (const by of [zoe, lea, ada]) expect(one.refused(by, command)).toEqual(OUTSIDE)
    for (const by of [ana, ben, sol, max]) expect(one.ask(by, command).ok).toBe(true)
  }
  expect(one.refused(ana, { type: 'case.setCategory', category: 'weather', was: 'billing' })).toEqual({
    type: 'NoSuchCategory'
  })
  one.act(ana, RESOLVE)
  for (const command of [priority, category]) {
    expect(one.refused(ana, command)).toMatchObject({ type: 'CaseResolved' })
  }
})
