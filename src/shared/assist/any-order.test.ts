import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AGENTS, type AgentName, AssistDesk, CONSENT } from '../../../test/support/assist.ts'
import type { AgentCommand, CustomerCommand, SystemCommand } from './assist-command.ts'
import { maySee, participant } from './session.ts'
import { DEFAULT_RIGHTS, mayTier } from './tier-rights.ts'

const names = Object.keys(AGENTS) as AgentName[]
const name = fc.constantFrom(...names)
const personId = name.map((one) => AGENTS[one].id)
const level = fc.constantFrom('click' as const, 'type' as const)
const tier = fc.constantFrom('L1' as const, 'L2' as const, 'L3' as const)

type Step =
  | { readonly who: 'agent'; readonly name: AgentName; readonly command: AgentCommand }
  | { readonly who: 'customer'; readonly command: CustomerCommand }
  | { readonly who: 'system'; readonly command: SystemCommand }
  | { readonly who: 'time'; readonly ms: number }
  /** The customer says yes to whatever they are asked. */
  | { readonly who: 'yes' }

const plain = <T extends string>(...types: T[]) => fc.constantFrom(...types).map((type) => ({ type }))
const agentCommand: fc.Arbitrary<AgentCommand> = fc.oneof(
  plain('join', 'leave', 'end_control', 'ask_recording', 'end_recording', 'end_screen'),
  fc.record({ type: fc.constant('ask_control' as const), level }),
  fc.record({ type: fc.constant('pass_control' as const), to: personId }),
  fc.record({ type: fc.constant('invite' as const), tier, personId: fc.option(personId) })
)
const customerCommand: fc.Arbitrary<CustomerCommand> = fc.oneof(
  plain('end_control', 'pause', 'resume', 'reject_control', 'allow_recording', 'refuse_recording'),
  fc.constant({ type: 'arrive' as const, origin: 'https://shop.example' }),
  fc.constant(CONSENT),
  fc.record({ type: fc.constantFrom('let_in' as const, 'keep_out' as const), personId }),
  fc.record({ type: fc.constant('grant_control' as const), personId, level })
)
/** What brings a session on, more often than what ends it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ who: fc.constant('agent' as const), name, command: agentCommand }) },
  { weight: 8, arbitrary: fc.record({ who: fc.constant('customer' as const), command: customerCommand }) },
  {
    weight: 1,
    arbitrary: fc.record({
      who: fc.constant('system' as const),
      command: fc.oneof(
        plain('page_gone', 'page_back', 'tick'),
        personId.map((one) => ({ type: 'signed_out' as const, personId: one }))
      )
    })
  },
  { weight: 6, arbitrary: fc.constant<Step>({ who: 'yes' }) },
  { weight: 1, arbitrary: fc.record({ who: fc.constant('time' as const), ms: fc.nat(120_000) }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(
      { who: 'customer', command: { type: 'end' } },
      { who: 'agent', name: 'ines', command: { type: 'end' } }
    )
  }
)

function run(desk: AssistDesk, one: Step): void {
  if (one.who === 'time') desk.at += one.ms
  else if (one.who === 'yes') sayYes(desk)
  else if (one.who === 'agent') desk.agent(one.name, one.command)
  else if (one.who === 'customer') desk.customer(one.command)
  else desk.system(one.command)
}

function sayYes(desk: AssistDesk): void {
  const { people, control } = desk.now
  const waiting = people.find(({ state }) => state === 'asked')
  if (control.asked) desk.customer({ type: 'grant_control', ...control.asked })
  else if (waiting) desk.customer({ type: 'let_in', personId: waiting.personId })
}

/** What holds after whatever was said by whomever, told from the record alone. */
function check(desk: AssistDesk): void {
  const { now, happened } = desk
  const isAgreed = happened.some(({ event }) => event.type === 'consented')
  for (const one of names) {
    const { id } = AGENTS[one]
    if (!maySee(now, id)) continue
    expect(isAgreed).toBe(true)
    const hasLeft = happened.some(({ event }) => event.type === 'left' && event.personId === id)
    if (id === now.openedBy && !hasLeft) continue
    // The last word on them at the door was the customer's yes.
    const last = happened.findLast(
      ({ event }) => 'personId' in event && event.personId === id && DOOR.has(event.type)
    )
    expect(last).toMatchObject({ event: { type: 'let_in' }, by: { who: 'customer' } })
  }
  const { holder, level: held } = now.control
  if (holder === null) return expect(held).toBeNull()
  const there = participant(now, holder)
  expect(there).toMatchObject({ state: 'in', isVisibleOnly: false })
  expect(now.isPaused || now.state.status !== 'active').toBe(false)
  const tierOf = there?.tier ?? 'L0'
  expect(mayTier(DEFAULT_RIGHTS, tierOf, { do: held === 'type' ? 'type' : 'control' })).toBe(true)
  const given = happened.findLast(({ event }) => GIVES.has(event.type))
  expect(given?.event).toMatchObject(
    given?.event.type === 'control_passed'
      ? { to: holder, level: 'click' }
      : { personId: holder, level: held }
  )
}

const DOOR: ReadonlySet<string> = new Set(['asked_in', 'let_in', 'kept_out', 'left'])
const GIVES: ReadonlySet<string> = new Set(['control_granted', 'control_passed'])

test('[AV4] [AV5] [AV7] [AV8] [AV9] whatever is said in whatever order, nobody sees or does what the customer did not allow', () => {
  let seen = 0
  let held = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 80 }), fc.boolean(), (steps, isBegun) => {
      const desk = new AssistDesk()
      if (isBegun) desk.begin()
      else desk.agent('ana', { type: 'open', caseId: desk.known.kase.id, kind: 'cobrowse' })
      for (const one of steps) {
        const before = desk.now
        run(desk, one)
        if (before.state.status === 'ended') expect(desk.now).toBe(before)
        check(desk)
        seen += names.filter((each) => maySee(desk.now, AGENTS[each].id)).length
        if (desk.now.control.holder) held += 1
      }
    }),
    { numRuns: 1_000 }
  )
  // The checks above had something to look at.
  expect(seen).toBeGreaterThan(1_000)
  expect(held).toBeGreaterThan(20)
})
