import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escalate, people, queue } from '../../../test/support/cases.ts'
import { isOnPostgres } from '../../../test/support/places.ts'
import { online, server, type TestConsole, type TestServer } from '../../../test/support/server.ts'
import { caseScopes, maySee, personScopes } from '../../shared/case/rights.ts'
import { CaseId, PersonId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { Frame, Snapped, WireFact } from '../../shared/protocol/sync.ts'
import { findCase, listCaseIds } from '../log/cases.ts'
import { headSeq, listFactsOf } from '../log/facts.ts'

/** What a console holds: its cases with their facts, as frames and pages made them. */
type Held = Map<string, WireFact[]>
function take(held: Held, frame: Frame): void {
  for (const change of frame.changes) {
    if (change.kind === 'enter') held.set(change.caseId, [...change.facts])
    else if (change.kind === 'gone') held.delete(change.caseId)
    else held.get(change.fact.caseId)?.push(change.fact)
  }
}

/** What it should hold: all cases in sight now, whole. */
function truth({ db }: TestServer, personId: string): Held {
  const scopes = personScopes(
    must(
      people.find((one) => one.id === personId),
      'person'
    )
  )
  const seen = listCaseIds(db, '', 1_000).filter((id) =>
    maySee(scopes, caseScopes(must(findCase(db, id), 'case').kase))
  )
  return new Map(seen.map((id) => [id, listFactsOf(db, id, headSeq(db)).map((one) => one.fact)]))
}

function sorted(held: Held): unknown {
  return [...held].sort(([a], [b]) => (a < b ? -1 : 1))
}

const QUEUES = ['L1/billing', 'L1/tech', 'L2/billing'] as const
const step = fc.record({
  who: fc.constantFrom('ana', 'ben', 'zoe', 'lea', 'max'),
  what: fc.constantFrom('open', 'claim', 'escalate', 'note', 'release', 'transfer', 'flush', 'page'),
  which: fc.nat(7)
})

/** Somebody does something; what the rules refuse changes nothing, which is fine here. */
async function play(
  host: TestServer,
  staff: Map<string, TestConsole>,
  { who, what, which }: { who: string; what: string; which: number }
): Promise<void> {
  const ids = listCaseIds(host.db, '', 8)
  const id = ids[which % Math.max(1, ids.length)] ?? CaseId.parse('none')
  const console = must(staff.get(who), who)
  if (what === 'open') await host.open({ queue: queue(QUEUES[which % 3] ?? 'L1/tech') })
  if (what === 'claim') await console.act({ type: 'case.claim', caseId: id })
  if (what === 'escalate') await console.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  if (what === 'note') await console.act({ type: 'case.note', caseId: id, body: 'note' })
  if (what === 'release') await console.act({ type: 'case.release', caseId: id })
  if (what === 'transfer')
    await console.act({
      type: 'case.transfer',
      caseId: id,
      to: queue(which % 2 ? 'L1/tech' : 'L1/billing'),
      note: ''
    })
}

async function staffOf(host: TestServer): Promise<Map<string, TestConsole>> {
  const staff = new Map<string, TestConsole>()
  for (const id of ['ana', 'ben', 'zoe', 'lea', 'max']) staff.set(id, await online(host, id))
  return staff
}

test('[SV27] pulls in small pieces bring what one large pull brings', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 60 }),
      fc.integer({ min: 1, max: 5 }),
      async (steps, max) => {
        const host = await server()
        const staff = await staffOf(host)
        for (const one of steps) await play(host, staff, one)
        for (const [id, console] of staff) {
          const whole: Held = new Map()
          take(whole, await console.pull(0))
          const parts: Held = new Map()
          for (let at = 0; at < headSeq(host.db); ) {
            const frame = await console.pull(at, max)
            expect(frame).toMatchObject({ from: at })
            expect(frame.to).toBeGreaterThan(at)
            take(parts, frame)
            at = frame.to
          }
          expect(sorted(parts)).toEqual(sorted(whole))
          expect(sorted(whole)).toEqual(sorted(truth(host, id)))
        }
      }
    ),
    { numRuns: isOnPostgres ? 6 : 60 }
  )
})

test('[SV28] files and the catch-up after them give what is in sight, whatever happens between the files', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(step, { maxLength: 40 }),
      fc.constantFrom('ana', 'zoe', 'lea', 'max'),
      async (before, meanwhile, reader) => {
        const host = await server()
        const staff = await staffOf(host)
        for (const one of before) await play(host, staff, one)
        const held: Held = new Map()
        const fresh = host.console(reader)
        const { asOf, scopes } = must((await fresh.hello()).fetch, 'something to fetch')
        const left = [...scopes]
        const fetchNext = async (): Promise<void> => {
          const scope = left.shift()
          const brought: Held = new Map()
          for (const fact of scope ? await fresh.fetchScope(scope) : [])
            brought.set(fact.caseId, [...(brought.get(fact.caseId) ?? []), fact])
          // Two files that both have a case have it alike: they are as of one place.
          for (const [id, facts] of brought) expect(held.get(id) ?? facts).toEqual(facts)
          for (const [id, facts] of brought) held.set(id, facts)
        }
        for (const one of meanwhile) {
          if (one.what === 'page') await fetchNext()
          else if (one.what === 'flush') host.core.flush()
          else await play(host, staff, one)
        }
        while (left.length > 0) await fetchNext()
        host.core.flush()
        expect(fresh.frames()).toEqual([])
        for (let cursor = asOf; cursor < headSeq(host.db); ) {
          const frame = await fresh.pull(cursor, 7)
          take(held, frame)
          cursor = frame.to
        }
        expect(sorted(held)).toEqual(sorted(truth(host, reader)))
      }
    ),
    { numRuns: isOnPostgres ? 10 : 120 }
  )
})

test('[SV52] who comes to a queue learns nothing of what left it before', async () => {
  const host = await server()
  const passed = await host.open({ subject: 'secret subject', body: 'secret body' })
  const stays = await host.open({ queue: queue('L2/billing') })
  const [ana, lea] = [await online(host, 'ana'), await online(host, 'lea')]
  await ana.act({ type: 'case.claim', caseId: passed })
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: passed })
  await lea.act({ type: 'case.claim', caseId: passed })
  await lea.act({ ...escalate('l2-billing', 'L3/core'), caseId: passed })
  expect(findCase(host.db, passed)?.kase.queue).toEqual(queue('L3/core'))
  const eve = must(
    people.find((one) => one.id === 'lea'),
    'person'
  )
  await host.core.putPerson({ ...eve, id: PersonId.parse('eve') })
  const late = await online(host, 'eve')
  const { storeId, scopeVer } = late.welcome
  const welcome = await late.hello({ storeId, cursor: 0, scopes: ['L2/billing', 'user:eve'] })
  expect(welcome.kept).toEqual([])
  expect(await late.ask('sync:pull', { cursor: 0, scopeVer, max: 100 })).toMatchObject({
    ok: false,
    why: 'HELLO'
  })
  const { asOf, cases } = await late.fetch()
  expect(cases.map((one) => one.caseId)).toEqual([stays])
  expect(await late.pull(asOf)).toMatchObject({ changes: [] })
  const spare = await online(host, 'ana', 'a-new-machine')
  expect(
    await spare.ask('sync:pull', { cursor: 0, scopeVer: spare.welcome.scopeVer, max: 100 })
  ).toMatchObject({
    why: 'HELLO'
  })
})

test('[SV28] nothing is to be had but what one was told to fetch, as of where one was told to', async () => {
  const host = await server()
  await host.open()
  const ana = host.console('ana')
  const { scopeVer, fetch } = await ana.hello()
  const asked = { scope: 'L1/billing', asOf: must(fetch, 'fetch').asOf, scopeVer, packings: ['gzip'] }
  const { manifest } = (await ana.ask('sync:snap', asked)) as Extract<Snapped, { ok: true }>
  for (const other of [{ scope: 'L2/billing' }, { scope: '*' }, { asOf: 0 }, { asOf: 9 }, { scopeVer: 9 }])
    expect(await ana.ask('sync:snap', { ...asked, ...other })).toMatchObject({ ok: false, why: 'HELLO' })
  const part = { ...asked, etag: manifest.etag, part: 0 }
  expect(await ana.ask('sync:part', part)).toMatchObject({ ok: true })
  expect(await ana.ask('sync:part', { ...part, part: 99 })).toMatchObject({ ok: false, why: 'CHANGED' })
  expect(await ana.ask('sync:part', { ...part, etag: 'a'.repeat(64) })).toMatchObject({ why: 'CHANGED' })
  // Another's file, asked for by its right name but as one's own.
  const lea = host.console('lea')
  await lea.hello()
  const theirs = { ...part, scope: 'L2/billing', scopeVer: lea.welcome.scopeVer }
  expect(await lea.ask('sync:part', theirs)).toMatchObject({ ok: false, why: 'CHANGED' })
  expect(await lea.ask('sync:part', { ...part, scopeVer: lea.welcome.scopeVer })).toMatchObject({
    why: 'HELLO'
  })
})

test('[SV28] a case that came into sight behind the place of a fetch is left to what follows', async () => {
  const host = await server()
  const id = await host.open()
  const ana = await online(host, 'ana')
  const lea = host.console('lea')
  await lea.hello()
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  const { asOf, cases } = await lea.fetch()
  expect(cases).toEqual([])
  expect(await lea.pull(asOf)).toMatchObject({ changes: [{ kind: 'enter', caseId: id }] })
})
