import { expect, test } from 'vitest'
import { AGENTS, type AgentName, AssistDesk, CONSENT } from '../../../test/support/assist.ts'
import type { AssistRefusal } from './assist-refusal.ts'
import type { AssistDecided } from './decide-assist.ts'
import { ASSIST_TIMES, endsBy, maySee } from './session.ts'

const refused = (decided: AssistDecided): AssistRefusal | undefined =>
  decided.ok ? undefined : decided.error
const OPEN = (desk: AssistDesk) => ({ type: 'open', caseId: desk.known.kase.id, kind: 'cobrowse' }) as const
const sees = (desk: AssistDesk, name: AgentName) => maySee(desk.now, AGENTS[name].id)

test('[AV2] the owner of a case in work opens a session, and one at a time', () => {
  const desk = new AssistDesk()
  expect(refused(desk.agent('ben', OPEN(desk)))).toEqual({ type: 'NotYourCase', owner: AGENTS.ana.id })
  desk.isInWork = false
  expect(refused(desk.agent('ana', OPEN(desk)))).toEqual({ type: 'CaseNotInWork' })
  desk.isInWork = true
  expect(desk.agent('ana', OPEN(desk)).ok).toBe(true)
  expect(refused(desk.agent('ana', OPEN(desk)))).toEqual({ type: 'AlreadyOpen' })
})

test('[AV4] nothing is seen before the customer agreed, while they paused, and after the end', () => {
  const desk = new AssistDesk()
  const looks: boolean[] = []
  const look = () => looks.push(sees(desk, 'ana'))
  desk.agent('ana', OPEN(desk))
  look()
  expect(refused(desk.customer(CONSENT))).toEqual({ type: 'NotAsked' })
  desk.customer({ type: 'arrive', origin: 'https://shop.example' })
  look()
  desk.customer(CONSENT)
  look()
  desk.customer({ type: 'pause' })
  look()
  desk.customer({ type: 'resume' })
  look()
  desk.customer({ type: 'end' })
  look()
  expect(looks).toEqual([false, false, true, false, true, false])
})

test('[AV4] who declines has shown nothing', () => {
  const desk = new AssistDesk()
  desk.agent('ana', OPEN(desk))
  desk.customer({ type: 'arrive', origin: 'https://shop.example' })
  desk.customer({ type: 'decline' })
  expect(desk.now.state).toMatchObject({ status: 'ended', reason: 'declined' })
})

test('[AV3] [AV5] who is called stands at the door until the customer lets them in', () => {
  const desk = new AssistDesk().begin()
  expect(refused(desk.agent('diego', { type: 'join' }))).toEqual({ type: 'NotInvited' })
  desk.agent('ana', { type: 'invite', tier: 'L2', personId: null })
  desk.agent('diego', { type: 'join' })
  expect(sees(desk, 'diego')).toBe(false)
  expect(refused(desk.agent('diego', { type: 'ask_control', level: 'click' }))).toEqual({
    type: 'NotInSession'
  })
  desk.customer({ type: 'let_in', personId: AGENTS.diego.id })
  expect(sees(desk, 'diego')).toBe(true)
})

test('[AV5] who is kept out sees nothing, and has to ask again', () => {
  const desk = new AssistDesk().begin()
  desk.agent('ana', { type: 'invite', tier: 'L2', personId: AGENTS.diego.id })
  desk.agent('diego', { type: 'join' })
  desk.customer({ type: 'keep_out', personId: AGENTS.diego.id })
  expect(sees(desk, 'diego')).toBe(false)
  expect(refused(desk.customer({ type: 'let_in', personId: AGENTS.diego.id }))).toEqual({ type: 'NotAsked' })
  desk.agent('diego', { type: 'join' })
  desk.customer({ type: 'let_in', personId: AGENTS.diego.id })
  expect(sees(desk, 'diego')).toBe(true)
})

test('[AV3] whoever the case went to in an escalation comes in, without being called', () => {
  const desk = new AssistDesk().begin()
  desk.owner = AGENTS.diego.id
  expect(desk.agent('diego', { type: 'join' }).ok).toBe(true)
})

test('[AV3] a tier that takes nothing over from the opener’s does not come in by being called', () => {
  const desk = new AssistDesk()
  desk.owner = AGENTS.diego.id
  desk.agent('diego', OPEN(desk))
  desk.agent('diego', { type: 'invite', tier: 'L3', personId: AGENTS.ben.id })
  expect(refused(desk.agent('ben', { type: 'join' }))).toEqual({ type: 'TierMayNot', lowest: 'L3' })
  expect(refused(desk.agent('ana', { type: 'invite', tier: 'L3', personId: null }))).toEqual({
    type: 'NotInSession'
  })
})

test('[AV3] [AV5] a supervisor looks on, seen by the customer, and does nothing', () => {
  const desk = new AssistDesk().begin()
  desk.agent('sofia', { type: 'join' })
  expect(sees(desk, 'sofia')).toBe(false)
  desk.customer({ type: 'let_in', personId: AGENTS.sofia.id })
  expect(sees(desk, 'sofia')).toBe(true)
  for (const command of [
    { type: 'ask_control', level: 'click' },
    { type: 'ask_recording' },
    { type: 'show_screen', surface: 'tab' },
    { type: 'invite', tier: 'L3', personId: null }
  ] as const)
    expect(refused(desk.agent('sofia', command))).toEqual({ type: 'OnlyLooksOn' })
  desk.give('ana', 'click')
  expect(refused(desk.agent('ana', { type: 'pass_control', to: AGENTS.sofia.id }))).toEqual({
    type: 'OnlyLooksOn'
  })
  expect(refused(desk.agent('sofia', { type: 'end' }))).toEqual({ type: 'TierMayNot', lowest: 'L3' })
})

test('[AV6] the customer’s stop, pause and taking back are done whatever is under way', () => {
  for (const command of [{ type: 'end' }, { type: 'pause' }, { type: 'end_control' }] as const) {
    const desk = new AssistDesk().begin().bring('diego').give('ana', 'click')
    desk.agent('diego', { type: 'ask_recording' })
    expect(desk.customer(command).ok).toBe(true)
    expect(desk.now.control.holder).toBeNull()
  }
})

test('[AV7] only the answer to what is asked grants anything', () => {
  const desk = new AssistDesk().begin().bring('diego')
  const grant = (name: AgentName, level: 'click' | 'type') =>
    desk.customer({ type: 'grant_control', personId: AGENTS[name].id, level })
  expect(refused(grant('ana', 'click'))).toEqual({ type: 'NotAsked' })
  desk.agent('ana', { type: 'ask_control', level: 'click' })
  expect(refused(grant('diego', 'click'))).toEqual({ type: 'NotAsked' })
  expect(refused(grant('ana', 'type'))).toEqual({ type: 'NotAsked' })
  expect(desk.now.control.holder).toBeNull()
  desk.customer({ type: 'reject_control' })
  expect(refused(grant('ana', 'click'))).toEqual({ type: 'NotAsked' })
  desk.give('ana', 'click')
  expect(desk.now.control).toEqual({ holder: AGENTS.ana.id, level: 'click', asked: null })
})

test('[AV1] [AV8] typing is asked for by itself, by who may click and whose tier may', () => {
  const desk = new AssistDesk().begin().bring('diego').give('ana', 'click')
  expect(refused(desk.agent('ana', { type: 'ask_control', level: 'type' }))).toEqual({
    type: 'TierMayNot',
    lowest: 'L2'
  })
  desk.agent('ana', { type: 'end_control' })
  expect(refused(desk.agent('diego', { type: 'ask_control', level: 'type' }))).toEqual({ type: 'ClickFirst' })
  desk.give('diego', 'type')
  expect(desk.now.control.level).toBe('type')
})

test('[AV9] one agent has control; passed on, the click alone goes along', () => {
  const desk = new AssistDesk().begin().bring('diego').give('diego', 'type')
  expect(refused(desk.agent('ana', { type: 'ask_control', level: 'click' }))).toEqual({
    type: 'HeldBy',
    personId: AGENTS.diego.id
  })
  expect(refused(desk.agent('ana', { type: 'pass_control', to: AGENTS.ana.id }))).toEqual({
    type: 'NotHolder'
  })
  expect(refused(desk.agent('diego', { type: 'pass_control', to: AGENTS.ines.id }))).toEqual({
    type: 'NotInSession'
  })
  desk.agent('diego', { type: 'pass_control', to: AGENTS.ana.id })
  expect(desk.now.control).toEqual({ holder: AGENTS.ana.id, level: 'click', asked: null })
})

test('[AV9] two who ask at once: the second waits for the answer to the first', () => {
  const desk = new AssistDesk().begin().bring('diego')
  desk.agent('ana', { type: 'ask_control', level: 'click' })
  expect(refused(desk.agent('diego', { type: 'ask_control', level: 'click' }))).toEqual({
    type: 'AskedFor',
    personId: AGENTS.ana.id
  })
})

test('[AV10] who leaves, signs out or is in a paused session has no control any more', () => {
  const ways: ((desk: AssistDesk) => AssistDecided)[] = [
    (desk) => desk.agent('diego', { type: 'leave' }),
    (desk) => desk.system({ type: 'signed_out', personId: AGENTS.diego.id }),
    (desk) => desk.customer({ type: 'pause' })
  ]
  for (const end of ways) {
    const desk = new AssistDesk().begin().bring('diego').give('diego', 'type')
    expect(end(desk).ok).toBe(true)
    expect(desk.now.control.holder).toBeNull()
    expect(desk.now.state.status).toBe('active')
    const acted = { what: 'click', nodeId: 7, tag: 'button', label: '', veto: null } as const
    expect(refused(desk.customer({ type: 'acted', personId: AGENTS.diego.id, ...acted }))).toEqual({
      type: 'NotHolder'
    })
  }
})

test('[AV11] a recording begins with the customer’s own yes, and ends with anybody’s no', () => {
  const desk = new AssistDesk().begin().bring('diego')
  expect(refused(desk.customer({ type: 'allow_recording' }))).toEqual({ type: 'NotAsked' })
  expect(refused(desk.agent('ana', { type: 'ask_recording' }))).toEqual({ type: 'TierMayNot', lowest: 'L2' })
  desk.agent('diego', { type: 'ask_recording' })
  expect(desk.now.recording).toBe('asked')
  desk.customer({ type: 'allow_recording' })
  expect(desk.now.recording).toBe('on')
  desk.agent('ana', { type: 'end_recording' })
  expect(desk.now.recording).toBe('off')
})

const ENDS: readonly (readonly [string, number, (desk: AssistDesk) => unknown])[] = [
  ['never_begun', ASSIST_TIMES.code, (desk) => desk.agent('ana', OPEN(desk))],
  ['idle', ASSIST_TIMES.idle, (desk) => desk.begin()],
  ['page_gone', ASSIST_TIMES.pageGone, (desk) => desk.begin().system({ type: 'page_gone' })]
]
test.each(ENDS)('[AV12] it ends by itself: %s', (reason, after, begin) => {
  const desk = new AssistDesk()
  begin(desk)
  const start = desk.at
  expect(endsBy(desk.now, ASSIST_TIMES)).toEqual({ at: start + after, reason })
  desk.at = start + after - 1
  desk.system({ type: 'tick' })
  expect(desk.now.state.status).not.toBe('ended')
  desk.at = start + after
  desk.system({ type: 'tick' })
  expect(desk.now.state).toEqual({ status: 'ended', at: desk.at, reason })
})

test('[AV12] work keeps it open for an hour, counting masks does not; a page that comes back stays', () => {
  const desk = new AssistDesk().begin()
  const start = desk.at
  desk.at += ASSIST_TIMES.pageGone - 1
  desk.system({ type: 'page_gone' })
  desk.customer({ type: 'arrive', origin: 'https://shop.example' })
  expect(desk.now.goneSince).toBeNull()
  desk.customer({ type: 'masked', counts: { input: 3 } })
  expect(endsBy(desk.now, ASSIST_TIMES)?.reason).toBe('idle')
  while (desk.now.state.status === 'active') {
    desk.at += ASSIST_TIMES.idle - 1
    desk.system({ type: 'tick' })
    desk.customer({ type: 'go_to', url: 'https://shop.example/cart' })
  }
  expect(desk.now.state).toMatchObject({ status: 'ended', reason: 'too_long' })
  expect(desk.at).toBeGreaterThanOrEqual(start + ASSIST_TIMES.whole)

  const quiet = new AssistDesk().begin()
  quiet.at += ASSIST_TIMES.idle - 1
  quiet.customer({ type: 'masked', counts: { input: 3 } })
  quiet.at += 1
  quiet.system({ type: 'tick' })
  expect(quiet.now.state).toMatchObject({ status: 'ended', reason: 'idle' })
})

test('[AV13] it ends with the last agent who can act, with the case, by force from L3, and when something slipped', () => {
  const ends: [(desk: AssistDesk) => unknown, string][] = [
    [(desk) => desk.agent('ana', { type: 'leave' }), 'agent'],
    [(desk) => desk.system({ type: 'signed_out', personId: AGENTS.ana.id }), 'signed_out'],
    [(desk) => desk.system({ type: 'case_closed' }), 'case_closed'],
    [(desk) => desk.system({ type: 'trip' }), 'tripwire'],
    [(desk) => desk.agent('ines', { type: 'end' }), 'forced']
  ]
  for (const [end, reason] of ends) {
    const desk = new AssistDesk().begin()
    desk.agent('sofia', { type: 'join' })
    desk.customer({ type: 'let_in', personId: AGENTS.sofia.id })
    end(desk)
    expect(desk.now.state).toMatchObject({ status: 'ended', reason })
  }
  const two = new AssistDesk().begin().bring('diego')
  two.agent('ana', { type: 'leave' })
  expect(two.now.state.status).toBe('active')
})
