import { expect, test } from 'vitest'
import {
  ada,
  ana,
  ben,
  cfo,
  type Desk,
  desk,
  escalate,
  lea,
  matrix,
  NINE,
  newCase,
  openCase,
  people,
  person,
  queue,
  sol,
  zoe
} from '../../../test/support/cases.ts'
import { can, find, optionsOf } from '../../../test/support/options.ts'
import type { Person } from '../people/person.ts'
import { ReturnReason } from './case.ts'
import { Option } from './option.ts'
import { optionsFor } from './options-for.ts'

const cannot = (one: Desk, by: Person) =>
  Object.fromEntries(
    optionsOf(one, by).flatMap((option) => (option.can ? [] : [[option.id, option.why.type]]))
  )

test('[ES4] a case in the queue can be claimed; what needs an owner is greyed with the reason', () => {
  const one = desk()
  expect(can(one, ana)).toEqual(['claim', 'setPriority', 'setCategory', 'flag', 'note'])
  expect(cannot(one, ana)).toEqual({
    swarm: 'NobodyOwnsIt',
    assign: 'OnlySupervisor',
    transfer: 'NobodyOwnsIt',
    reply: 'NobodyOwnsIt',
    pend: 'NobodyOwnsIt',
    hold: 'NobodyOwnsIt',
    resolve: 'NobodyOwnsIt',
    'escalate:l1-billing': 'NobodyOwnsIt',
    'escalate:l1-tech': 'NobodyOwnsIt',
    'grant:refund': 'NobodyOwnsIt',
    'grant:credit': 'NobodyOwnsIt',
    'grant:goodwill': 'NobodyOwnsIt'
  })
})

test('[ES4] my own case has everything I can do with it', () => {
  const one = desk({ kase: openCase(ana) })
  expect(can(one, ana)).toEqual([
    'release',
    'assign',
    'transfer',
    'setPriority',
    'setCategory',
    'flag',
    'reply',
    'note',
    'pend',
    'hold',
    'resolve',
    'escalate:l1-billing',
    'escalate:l1-tech',
    'swarm',
    'grant:refund',
    'grant:credit',
    'grant:goodwill'
  ])
  expect(cannot(one, ana)).toEqual({})
})

test('[ES4] somebody else’s case says whose it is', () => {
  const one = desk({ kase: openCase(ana) })
  expect(can(one, ben)).toEqual(['setPriority', 'setCategory', 'flag', 'note'])
  expect(cannot(one, ben)).toMatchObject({
    claim: 'CaseTaken',
    release: 'NotYourCase',
    reply: 'ReplyNotSent'
  })
  expect(can(one, sol)).toEqual([
    'release',
    'assign',
    'transfer',
    'setPriority',
    'setCategory',
    'flag',
    'note',
    'swarm'
  ])
  expect(can(one, ada)).toEqual(['note'])
})

test('[ES4] a waiting case can be resumed, a resolved one reopened and closed, a closed one noted', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'case.pend' })
  expect(can(one, ana)).toContain('resume')
  expect(can(one, ana)).not.toContain('pend')
  expect(can(one, sol)).toContain('resume')
  one.act(ana, { type: 'case.hold', reason: 'vendor' })
  expect(can(one, ana)).toEqual(expect.arrayContaining(['resume', 'pend', 'hold']))
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(optionsOf(one, ana).map((option) => option.id)).toEqual(['reply', 'note', 'reopen', 'close'])
  expect(cannot(one, ana)).toEqual({ reply: 'ReplyNotSent' })
  expect(cannot(one, lea)).toEqual({ reply: 'NotYourQueue', reopen: 'NotYourQueue', close: 'NotYourQueue' })
  one.act(ana, { type: 'case.close' })
  expect(optionsOf(one, ana).map((option) => [option.id, option.can])).toEqual([
    ['reply', false],
    ['note', true]
  ])
})

test('[ES4] [ES1] an escalation is a button per way up, with who gets it, by when and what it asks', () => {
  const one = desk({ kase: openCase(ana) })
  expect(find(one, ana, 'escalate:l1-billing')).toEqual({
    id: 'escalate:l1-billing',
    name: 'escalate',
    kind: 'functional',
    about: {
      to: queue('L2/billing'),
      rowId: 'l1-billing',
      matrixVer: 7,
      acceptMinutes: 30,
      resolveMinutes: 240
    },
    can: true,
    fields: [
      { kind: 'package', name: 'need', required: true },
      { kind: 'package', name: 'tried', required: true }
    ]
  })
  one.matrix = matrix({ functional: [] })
  expect(can(one, ana).filter((id) => id.startsWith('escalate'))).toEqual([])
})

test('[ES4] [ES7] an escalated case is accepted up there, and taken back by who escalated or returned', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  expect(can(one, lea)).toEqual(expect.arrayContaining(['accept']))
  expect(find(one, lea, 'claim')).toBeUndefined()
  expect(find(one, lea, 'withdraw:op-1')).toBeUndefined()
  expect(find(one, ana, 'withdraw:op-1')).toMatchObject({ name: 'withdraw', kind: 'functional', can: true })
  one.act(lea, { type: 'case.claim' })
  expect(find(one, ana, 'withdraw:op-1')).toBeUndefined()
  expect(find(one, lea, 'return:op-1')).toMatchObject({
    about: { escalationId: 'op-1', to: queue('L1/billing'), by: ana.id },
    can: true,
    fields: [
      { kind: 'choice', name: 'returnReason', choices: [...ReturnReason.options] },
      { kind: 'choice', name: 'returnTo', choices: ['team', 'person'] },
      { kind: 'text', name: 'note', required: true }
    ]
  })
  const left = optionsFor(one.kase, lea, one.matrix, {
    people: people.filter(({ id }) => id !== ana.id),
    at: one.now
  }).find(({ id }) => id === 'return:op-1')
  expect(left?.can && left.fields.find(({ name }) => name === 'returnTo')).toMatchObject({
    choices: ['team']
  })
  expect(find(one, sol, 'return:op-1')).toMatchObject({ can: false, why: { type: 'NotYourCase' } })
})

test('[ES4] what can be chosen is what can be done: colleagues, queues beside, categories', () => {
  const one = desk({ kase: openCase(ana) })
  const fieldsOf = (id: string) => {
    const option = find(one, ana, id)
    return option?.can ? option.fields : undefined
  }
  expect(fieldsOf('assign')).toEqual([
    { kind: 'person', name: 'to', required: true, choices: ['ben', 'sol', 'eva', 'max', 'mia'] }
  ])
  expect(fieldsOf('transfer')).toEqual([
    { kind: 'queue', name: 'to', required: true, choices: [queue('L1/tech')] },
    { kind: 'text', name: 'note', required: false }
  ])
  expect(fieldsOf('setPriority')).toEqual([
    { kind: 'choice', name: 'priority', required: true, choices: ['urgent', 'high', 'normal', 'low'] }
  ])
  expect(fieldsOf('setCategory')).toEqual([
    { kind: 'choice', name: 'category', required: true, choices: ['billing', 'bug'] }
  ])
  expect(fieldsOf('hold')).toMatchObject([
    { choices: ['vendor', 'approval', 'change', 'problem'] },
    { name: 'note' }
  ])
  expect(fieldsOf('resolve')).toMatchObject([
    { choices: ['solved', 'explained', 'compensated', 'duplicate', 'no_answer', 'not_solved'] },
    { name: 'note' }
  ])
})

test('[ES4] [CA10] a case whose category the matrix no longer has can be given another', () => {
  const one = desk({ kase: openCase(ana, { category: 'gone' }) })
  expect(find(one, ana, 'setCategory')).toMatchObject({ can: true })
})

test('[ES4] it does not matter in which order people are listed', () => {
  const kase = openCase(ana)
  const list = (all: readonly Person[]) =>
    optionsFor(kase, ana, matrix(), { people: all, at: NINE }).filter((option) => option.can).length
  expect(list([zoe, cfo, ben, ana])).toBe(list(people))
})

test('[ES4] without colleagues nobody is assigned, without a team beside nothing is transferred', () => {
  const alone = person('alone', { tier: 'L3', queues: [queue('L3/core')] })
  const options = optionsFor(openCase(alone, { queue: queue('L3/core') }), alone, matrix(), {
    people: [alone],
    at: NINE
  })
  expect(options.map((option) => option.id)).not.toContain('assign')
  expect(options.map((option) => option.id)).not.toContain('transfer')
})

test('[ES4] options are what their schema says, each with its own id', () => {
  for (const kase of [newCase(), openCase(ana)]) {
    for (const by of people) {
      const options = optionsFor(kase, by, matrix(), { people, at: NINE })
      expect(options.map((option) => Option.parse(option))).toEqual(options)
      expect(new Set(options.map((option) => option.id)).size).toBe(options.length)
    }
  }
})
