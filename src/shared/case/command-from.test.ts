import { expect, test } from 'vitest'
import { ana, ask, ben, openCase, queue } from '../../../test/support/cases.ts'
import { EscalationId } from '../lib/ids.ts'
import { Command, wordsOf } from './command.ts'
import { commandFrom, type Filled, wayOf } from './command-from.ts'
import type { OptionAbout, OptionName } from './option.ts'

const KASE = openCase(ana)
const escalationId = EscalationId.parse('op-1')
const subjectHash = 'f'.repeat(64)
const route = { rowId: 'r', overMinor: 5_000, upToMinor: 20_000, chain: [], package: [] }
const money: OptionAbout = {
  action: 'refund',
  leftMinor: 5_000,
  currency: 'EUR',
  routes: [route],
  matrixVer: 7
}

const pressed = (name: OptionName, about: OptionAbout = {}, filled: Filled = {}) =>
  commandFrom({ id: name, name, kind: 'work', about, can: true, fields: [] }, KASE, filled)

const ROWS: [OptionName, OptionAbout, Filled, object][] = [
  ['claim', {}, {}, { type: 'case.claim' }],
  ['accept', { escalationId }, {}, { type: 'escalation.accept', escalationId }],
  ['release', {}, {}, { type: 'case.release' }],
  ['pend', {}, {}, { type: 'case.pend' }],
  ['resume', {}, {}, { type: 'case.resume' }],
  ['close', {}, {}, { type: 'case.close' }],
  ['assign', {}, { to: ben.id }, { type: 'case.assign', to: 'ben' }],
  ['transfer', {}, { to: queue('L1/tech') }, { type: 'case.transfer', to: queue('L1/tech'), note: '' }],
  [
    'transfer',
    {},
    { to: queue('L1/tech'), note: 'n' },
    { type: 'case.transfer', to: queue('L1/tech'), note: 'n' }
  ],
  ['reply', {}, { body: 'hi' }, { type: 'case.reply', body: 'hi' }],
  ['note', {}, { body: 'hi' }, { type: 'case.note', body: 'hi' }],
  ['setPriority', {}, { choice: 'low' }, { type: 'case.setPriority', priority: 'low', was: 'normal' }],
  ['setCategory', {}, { choice: 'bug' }, { type: 'case.setCategory', category: 'bug', was: 'billing' }],
  ['hold', {}, { choice: 'vendor', note: ' ' }, { type: 'case.hold', reason: 'vendor' }],
  ['hold', {}, { choice: 'vendor', note: 'n' }, { type: 'case.hold', reason: 'vendor', note: 'n' }],
  ['resolve', {}, { choice: 'solved' }, { type: 'case.resolve', resolution: 'solved' }],
  ['reopen', {}, { reason: 'r' }, { type: 'case.reopen', reason: 'r' }],
  [
    'escalate',
    { rowId: 'r', to: queue('L2/tech'), matrixVer: 3 },
    { package: { need: 'n' } },
    { type: 'case.escalate', rowId: 'r', to: queue('L2/tech'), matrixVer: 3, package: { need: 'n' } }
  ],
  [
    'escalate',
    { rowId: 'r', to: queue('L2/tech'), matrixVer: 3 },
    {},
    { type: 'case.escalate', rowId: 'r', to: queue('L2/tech'), matrixVer: 3, package: {} }
  ],
  [
    'return',
    { escalationId },
    { note: 'n' },
    { type: 'escalation.return', escalationId, note: 'n', to: 'team' }
  ],
  ['withdraw', { escalationId }, {}, { type: 'escalation.withdraw', escalationId }],
  [
    'grant',
    money,
    { amountMinor: 5_000 },
    {
      type: 'case.grant',
      ask: { action: 'refund', amountMinor: 5_000, currency: 'EUR', package: {} }
    }
  ],
  [
    'grant',
    money,
    { amountMinor: 5_001, package: { ask: 'a' } },
    {
      type: 'approval.request',
      rowId: 'r',
      matrixVer: 7,
      ask: { action: 'refund', amountMinor: 5_001, currency: 'EUR', package: { ask: 'a' } }
    }
  ],
  [
    'amend',
    { escalationId, ask: ask(120) },
    { amountMinor: 13_000 },
    { type: 'approval.amend', escalationId, ask: ask(130) }
  ],
  [
    'approve',
    { escalationId, subjectHash },
    { note: 'ok' },
    { type: 'approval.approve', escalationId, subjectHash, note: 'ok' }
  ],
  ['approve', { escalationId, subjectHash }, {}, { type: 'approval.approve', escalationId, subjectHash }],
  [
    'decline',
    { escalationId, subjectHash },
    { reason: 'r' },
    { type: 'approval.decline', escalationId, subjectHash, reason: 'r' }
  ]
]

test.each(ROWS)('[ES4] pressing %s gives its command', (name, about, filled, command) => {
  const made = pressed(name, about, filled)
  expect(made).toEqual({ ...command, caseId: KASE.id })
  expect(Command.parse(made)).toEqual(made)
})

test('[ES4] a button pressed with nothing filled in makes no command', () => {
  const needy: OptionName[] = ['assign', 'reply', 'note', 'hold', 'resolve', 'reopen', 'setPriority', 'grant']
  for (const name of needy) expect([name, Command.safeParse(pressed(name)).success]).toEqual([name, false])
})

test('[ES4] [ES12] an amount is granted at once, asked for along a row, or beyond everybody', () => {
  expect(wayOf(money, 5_000)).toEqual({ way: 'self' })
  expect(wayOf(money, 5_001)).toEqual({ way: 'ask', row: route })
  expect(wayOf(money, 20_000)).toEqual({ way: 'ask', row: route })
  expect(wayOf(money, 20_001)).toEqual({ way: 'nobody' })
  expect(wayOf({ ...money, leftMinor: 100 }, 101)).toEqual({ way: 'ask', row: route })
  expect(wayOf({}, 1)).toEqual({ way: 'nobody' })
  expect(pressed('grant', money, { amountMinor: 20_001 })).toMatchObject({ type: 'case.grant' })
})

test('[SY9] the words of a person are found in every command that holds some', () => {
  const words = (command: unknown) => wordsOf(Command.parse(command))
  for (const [name, about, filled] of ROWS) {
    const command = pressed(name, about, filled)
    const written = filled.body ?? filled.reason ?? filled.note?.trim() ?? ''
    const left = filled.package?.need ?? filled.package?.ask ?? ''
    const kept =
      name === 'amend' ? 'money back\n\nchecked the bill\n\none customer\n\na refund' : written || left
    expect([name, words(command)]).toEqual([name, kept])
  }
  const { ask: _ask, ...rest } = ask(1).package
  const request = { type: 'approval.request', caseId: 'c', rowId: 'r', matrixVer: 1 }
  expect(words({ ...request, ask: { ...ask(1), package: { ...rest, tried: '  ' } } })).toBe(
    'money back\n\none customer'
  )
  const open = {
    type: 'case.open',
    caseId: 'c',
    subject: 's',
    body: 'my words',
    customer: KASE.customer,
    channel: 'phone',
    category: 'bug',
    priority: 'low',
    queue: queue('L1/tech')
  }
  expect(words(open)).toBe('my words')
})
