import { expect, test } from 'vitest'
import {
  ada,
  ana,
  ask,
  ben,
  cfo,
  dan,
  desk,
  escalate,
  eva,
  known,
  lea,
  leo,
  max,
  newCase,
  openCase,
  person,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { must } from '../lib/must.ts'
import { queueKey } from '../people/queue.ts'
import { isHeld, Refusal } from './refusal.ts'
import { caseScopes, EVERYTHING, maySee, personScopes } from './rights.ts'
import { mayDecide } from './who-decides.ts'

test('[SY13] a case is seen by its queue, and by its owner', () => {
  expect(caseScopes(newCase())).toEqual(['L1/billing'])
  expect(caseScopes(openCase(ana))).toEqual(['L1/billing', 'user:ana'])
})

test('[SY13] [ES10] a case that went up is seen up there, and by who sent it until somebody has accepted it', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  expect(caseScopes(one.kase)).toEqual(['L2/billing', 'user:ana'])
  expect(maySee(personScopes(ben), caseScopes(one.kase))).toBe(false)
  expect(maySee(personScopes(lea), caseScopes(one.kase))).toBe(true)
  one.act(lea, { type: 'escalation.accept', escalationId: must(one.kase.escalations[0], 'escalation').id })
  expect(caseScopes(one.kase)).toEqual(['L2/billing', 'user:lea'])
  expect(maySee(personScopes(ana), caseScopes(one.kase))).toBe(false)
})

test('[SY13] those an open request waits for see the case, one step after another', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'approval.request', rowId: 'refund-1000', matrixVer: 7, ask: ask(500) })
  const [request] = one.kase.escalations
  if (request?.kind !== 'hierarchical') throw new Error('no request')
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  expect(caseScopes(one.kase)).toEqual(['L2/billing', 'authority:supervisor:L1/billing', 'user:ana'])
  expect(maySee(personScopes(sol), caseScopes(one.kase))).toBe(true)
  expect(maySee(personScopes(person('new', { role: 'supervisor', queues: [] })), caseScopes(one.kase))).toBe(
    false
  )
  const answer = {
    type: 'approval.approve',
    escalationId: request.id,
    subjectHash: request.subjectHash
  } as const
  one.act(sol, answer)
  expect(caseScopes(one.kase)).toEqual(['L2/billing', 'authority:escalation_manager:L1/billing', 'user:ana'])
  expect(maySee(personScopes(sol), caseScopes(one.kase))).toBe(false)
  one.act(max, answer)
  expect(caseScopes(one.kase)).toEqual(['L2/billing', 'user:ana'])
})

test('[ES13] a request waits for its approver only while it is open and has a step to answer', () => {
  const one = desk({ kase: openCase(sol) })
  one.act(sol, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  const [request] = one.kase.escalations
  if (request?.kind !== 'hierarchical') throw new Error('no request')
  expect([eva, max, sol, ana].filter((by) => mayDecide(by, request, known())).map((by) => by.id)).toEqual([
    'eva',
    'max'
  ])
  expect(mayDecide(eva, { ...request, state: { status: 'approved', at: 1 } }, known())).toBe(false)
  expect(mayDecide(eva, { ...request, chain: [] }, known())).toBe(false)
  expect(caseScopes({ ...one.kase, escalations: [{ ...request, chain: [] }] })).toEqual([
    'L1/billing',
    'user:sol'
  ])
})

test('[SY13] a person named in a chain sees the case while it waits for them', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, {
    type: 'approval.request',
    rowId: 'credit',
    matrixVer: 7,
    ask: ask(10, { action: 'credit' })
  })
  expect(caseScopes(one.kase)).toEqual(['L1/billing', 'user:ana', 'user:cfo'])
  expect(maySee(personScopes({ ...cfo, role: 'agent', queues: [] }), caseScopes(one.kase))).toBe(true)
})

test('[SY13] a scope is named once', () => {
  const one = desk({ kase: openCase(ana) })
  const named = { type: 'approval.request', matrixVer: 7, rowId: 'credit' } as const
  const chain = one.matrix.hierarchical.map((row) => ({
    ...row,
    chain: [{ approver: { person: ana.id }, minutes: 5, onTimeout: { do: 'next' as const } }]
  }))
  one.matrix = { ...one.matrix, hierarchical: chain }
  one.act(ana, { ...named, ask: ask(10, { action: 'credit' }) })
  expect(caseScopes(one.kase)).toEqual(['L1/billing', 'user:ana'])
})

test('[SY13] a person sees their queues and what is theirs; who manages escalations or the configuration sees all', () => {
  expect(personScopes(leo)).toEqual(['L2/billing', 'L2/tech', 'user:leo'])
  expect(personScopes(sol)).toEqual(['L1/billing', 'authority:supervisor:L1/billing', 'user:sol'])
  expect([personScopes(max), personScopes(ada)]).toEqual([[EVERYTHING], [EVERYTHING]])
  expect(maySee(personScopes(max), caseScopes(newCase()))).toBe(true)
  expect(maySee(personScopes(dan), caseScopes(newCase()))).toBe(false)
  expect(maySee([], caseScopes(newCase()))).toBe(false)
  expect(queueKey(queue('L2/tech'))).toBe('L2/tech')
})

test('[SY7] held are a late reply, a changed target, what is not allowed any more and what waits on a refused op; the rest is rejected', () => {
  const types = Refusal.options.map((option) => option.shape.type.value)
  const held = types.filter((type) => isHeld({ type } as Refusal))
  expect(held.sort()).toEqual(['NoLongerAllowed', 'ReplyNotSent', 'TargetChanged', 'WaitsOnRefused'])
})
