import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { ask, MINUTE, PACKAGE, people } from '../../../test/support/cases.ts'
import { helloOf } from '../../../test/support/hello.ts'
import { isOnPostgres } from '../../../test/support/places.ts'
import { facts, online, server, type TestConsole, type TestServer } from '../../../test/support/server.ts'
import type { Case } from '../../shared/case/case.ts'
import { Command } from '../../shared/case/command.ts'
import { commandFrom, type Filled } from '../../shared/case/command-from.ts'
import type { Option } from '../../shared/case/option.ts'
import { optionsFor } from '../../shared/case/options-for.ts'
import { caseScopes, maySee, personScopes } from '../../shared/case/rights.ts'
import { type CaseId, OpId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { Person } from '../../shared/people/person.ts'
import type { OpResult, Welcome } from '../../shared/protocol/sync.ts'
import { findCase } from '../log/cases.ts'
import { findDevice } from '../log/devices.ts'
import { findMatrix } from '../log/matrices.ts'
import { apiDeviceOf } from './api-device.ts'

const at = <T>(list: readonly T[], index: number): T => must(list[index % list.length], 'item')
const opId = (text: string) => OpId.parse(text)
const [ana, ben] = [at(people, 0), at(people, 1)]

type Step = {
  readonly who: number
  readonly reader: number
  readonly pick: number
  readonly fill: number
  readonly after: number
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(),
  /** Whose buttons are pressed: often somebody else's, which the rules then refuse. */
  reader: fc.nat(4),
  pick: fc.nat(),
  fill: fc.nat(),
  after: fc.integer({ min: 0, max: 40 * MINUTE })
})

function filled(option: Option, n: number): Filled {
  const choices = option.can ? option.fields.flatMap((one) => ('choices' in one ? [one.choices] : [])) : []
  const chosen = choices[0]?.length ? at<unknown>(choices[0], n) : undefined
  return {
    body: 'words',
    note: 'words',
    reason: 'words',
    package: PACKAGE,
    amountMinor: 1 + (n % 60_000),
    to: chosen as NonNullable<Filled['to']>,
    choice: String(chosen)
  }
}

function commandOf(kase: Case, host: TestServer, reader: Person, { pick, fill }: Step): Command | undefined {
  const matrix = must(findMatrix(host.db, 1), 'matrix')
  const options = optionsFor(kase, reader, matrix, { people, at: host.clock.now })
  const pressable = options.filter(({ can }) => can)
  if (pressable.length === 0) return undefined
  // Of some names there are many buttons: each name comes up as often.
  const name = at([...new Set(pressable.map((each) => each.name))], pick)
  const option = at(
    pressable.filter((each) => each.name === name),
    fill
  )
  return Command.safeParse(commandFrom(option, kase, filled(option, fill))).data
}

/** All that is left of what happened. */
function traces({ db }: TestServer) {
  return ['facts', 'cases', 'effects', 'due', 'grants', 'case_scope', 'change_scope'].map((table) =>
    db.prepare(`SELECT * FROM ${table}`).all()
  )
}

const seen = new Map<string, Set<string>>()
const answerOf = ({ opNo: _opNo, asked: _asked, ...rest }: OpResult): unknown => rest

test('[SV58] a command has the same answer, facts and effects whether a console sends it or a program', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const [one, other] = [await server(), await server()]
      const consoles = new Map<string, TestConsole>()
      for (const { id } of people) consoles.set(id, await online(one, id))
      const [id] = [await one.open(), await other.open()]
      for (const [n, each] of steps.entries()) {
        for (const host of [one, other]) host.clock.now += each.after
        for (const host of [one, other]) await host.core.tick()
        const kase = must(findCase(one.db, id), 'case').kase
        const working = people.filter((person) => maySee(personScopes(person), caseScopes(kase)))
        const by = at(working, each.who)
        const command = commandOf(kase, one, each.reader === 0 ? at(people, each.who + 1) : by, each)
        if (!command) continue
        const asked = { opId: opId(`asked-${n}`), command }
        const answer = await must(consoles.get(by.id), 'console').act(command, { opId: asked.opId })
        const taken = await other.core.command(by, asked)
        expect(taken).toEqual({ ok: true, value: answerOf(answer) })
        expect(await other.core.command(by, asked)).toEqual(taken)
        seen.set(answer.outcome, (seen.get(answer.outcome) ?? new Set()).add(command.type))
      }
      expect(traces(other)).toEqual(traces(one))
    }),
    { numRuns: isOnPostgres ? 3 : 40, seed: 7 }
  )
  if (isOnPostgres) return // so few stories come by less; SQLite's run says that they are of every kind
  expect(seen.get('applied')?.size).toBeGreaterThan(12)
  expect(seen.get('rejected')?.size).toBeGreaterThan(3)
})
afterAll(() => seen.clear())

const note = (id: CaseId, body: string) => ({ type: 'case.note' as const, caseId: id, body })

test('[SV59] the same op again has the same answer, from a program or a console, and happens once', async () => {
  const host = await server()
  const id = await host.open()
  const console = await online(host, 'ana')
  const fromConsole = await console.act(note(id, 'by hand'), { opId: opId('one') })
  const again = await host.core.command(ana, { opId: opId('one'), command: note(id, 'by hand') })
  expect(again).toEqual({ ok: true, value: answerOf(fromConsole) })
  const asked = { opId: opId('two'), command: { type: 'case.grant' as const, caseId: id, ask: ask(9_000) } }
  const refused = await host.core.command(ana, asked)
  expect(refused).toMatchObject({ value: { opId: 'two', outcome: 'rejected', seq: 0 } })
  await console.act({ type: 'case.claim', caseId: id })
  expect(await host.core.command(ana, asked)).toEqual(refused)
  const program = await host.core.command(ana, { opId: opId('three'), command: note(id, 'by a program') })
  expect(await console.act(note(id, 'by a program'), { opId: opId('three') })).toMatchObject({
    outcome: 'applied'
  })
  expect(program).toMatchObject({ value: { outcome: 'applied', refusal: null } })
  expect(facts(host.db).map(({ type, opId: op }) => [type, op])).toEqual([
    ['case.opened', null],
    ['case.noted', 'one'],
    ['case.claimed', expect.any(String)],
    ['case.noted', 'three']
  ])
})

test('[SV59] the op of somebody else tells nothing of its answer', async () => {
  const host = await server()
  const id = await host.open()
  await host.core.command(ana, { opId: opId('hers'), command: note(id, 'x') })
  expect(await host.core.command(ben, { opId: opId('hers'), command: note(id, 'x') })).toMatchObject({
    value: { outcome: 'rejected', refusal: { type: 'NotUnderstood' }, seq: 0 }
  })
  expect(facts(host.db)).toHaveLength(2)
})

test('[SV59] another command under the same name is refused, from a program or a console, and the first keeps its answer', async () => {
  const host = await server()
  const id = await host.open()
  const console = await online(host, 'ana')
  const asked = { opId: opId('one'), command: note(id, '5 back') }
  const taken = await host.core.command(ana, asked)
  const other = { ...asked, command: note(id, '50 back') }
  const no = { outcome: 'rejected', refusal: { type: 'SentAlready', sent: null }, seq: 0 }
  expect(await host.core.command(ana, other)).toMatchObject({ value: no })
  expect(await console.act(other.command, { opId: asked.opId })).toMatchObject(no)
  expect(await host.core.command(ana, asked)).toEqual(taken)
  await console.act(note(id, 'by hand'), { opId: opId('two') })
  expect(
    await host.core.command(ana, { opId: opId('two'), command: note(id, 'by a program') })
  ).toMatchObject({
    value: no
  })
  expect(facts(host.db).map(({ opId: op }) => op)).toEqual([null, 'one', 'two'])
})

test('[SV58] what a program did is told to the consoles', async () => {
  const host = await server()
  const id = await host.open()
  const console = await online(host, 'ben')
  let dirty = 0
  host.core.onDirty(() => (dirty += 1))
  await host.core.command(ana, { opId: opId('op'), command: { type: 'case.claim', caseId: id } })
  await host.core.command(ana, { opId: opId('op'), command: { type: 'case.claim', caseId: id } })
  expect(dirty).toBe(1)
  host.core.flush()
  expect(console.frames().at(-1)?.changes).toMatchObject([{ fact: { event: { type: 'case.claimed' } } }])
})

test('[SV60] no console gets in under the name of a person’s programs, not even the person’s own', async () => {
  const host = await server()
  const id = await host.open()
  const deviceId = apiDeviceOf(ana.id)
  for (const person of ['ana', 'ben']) {
    const welcome = (await host.console(person, deviceId).ask('sync:hello', helloOf(deviceId))) as Welcome
    expect(welcome).toMatchObject({ ok: false, why: 'DEVICE' })
    const taken = await host.core.command(ana, { opId: opId(`after-${person}`), command: note(id, 'x') })
    expect(taken).toMatchObject({ value: { outcome: 'applied' } })
  }
})

test('[SV52] a person’s programs begin where the log stands at their first command, like a new console', async () => {
  const host = await server()
  const caseId = await host.open()
  const head = facts(host.db).length
  expect(head).toBeGreaterThan(0)
  for (const name of ['op-a', 'op-b']) {
    await host.core.command(ana, { opId: opId(name), command: { type: 'case.note', caseId, body: name } })
    expect(findDevice(host.db, apiDeviceOf(ana.id))).toMatchObject({ sinceSeq: head })
  }
})
