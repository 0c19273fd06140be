import { afterAll, beforeAll, expect, test } from 'vitest'
import { escalate, HOUR, queue } from '../../../test/support/cases.ts'
import { type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import type { Command } from '../../shared/case/command.ts'
import { CaseId, OpId, PersonId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { AvoidedEscalations } from '../../shared/protocol/figures.ts'
import { listAvoided } from '../log/avoided.ts'
import { findPerson } from '../log/people.ts'

let host: LiveServer
const DAY = 24 * HOUR
beforeAll(async () => {
  host = await liveServer()
})
afterAll(() => host.stop())

async function open(key: string): Promise<CaseId> {
  const opened = await host.core.intake.open({
    subject: 'Charged twice',
    body: 'x',
    customer: { id: 'c', name: 'Rosa', language: 'it', segment: 'B2C' },
    channel: 'email',
    category: 'billing',
    queue: queue(key)
  })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value.caseId
}

let ops = 0
async function act(who: string, command: Command): Promise<void> {
  const person = must(findPerson(host.db, PersonId.parse(who)), who).person
  const taken = await host.core.command(person, { opId: OpId.parse(`op-${++ops}`), command })
  if (!taken.ok || taken.value.outcome !== 'applied') throw new Error(JSON.stringify(taken))
}

async function helped(key: string, who: string, helpedBy: CaseId | undefined): Promise<CaseId> {
  const caseId = await open(key)
  await act(who, { type: 'case.claim', caseId })
  await act(who, { type: 'case.resolve', caseId, resolution: 'solved', ...(helpedBy && { helpedBy }) })
  return caseId
}

const ask = async (who: string, query = '') =>
  host.call(
    'GET',
    `/api/figures/avoided-escalations${query}`,
    undefined,
    await host.tokens.issue('person', who)
  )

test('[ES31] [SV63] avoided escalations are counted by queue and period, for who answers for the queue', async () => {
  const known = await helped('L1/billing', 'ana', undefined)
  await helped('L1/billing', 'ana', known)
  host.clock.ahead = 40 * DAY
  const again = await helped('L1/billing', 'ana', known)
  await helped('L1/billing', 'ben', known)
  await helped('L1/tech', 'zoe', known)
  // Solved so twice, it counts once.
  await act('ana', { type: 'case.reopen', caseId: again, reason: 'x' })
  await act('ana', { type: 'case.resolve', caseId: again, resolution: 'solved', helpedBy: known })
  // A program may say anything: a case that is not there has helped nobody.
  await helped('L1/billing', 'ana', CaseId.parse('case-of-nowhere'))
  // Sent up after all: nothing was avoided.
  const up = await helped('L1/billing', 'ana', known)
  await act('ana', { type: 'case.reopen', caseId: up, reason: 'x' })
  await act('ana', { ...escalate('l1-billing', 'L2/billing'), caseId: up })

  const billing = (count: number) => ({ queue: queue('L1/billing'), count })
  const tech = { queue: queue('L1/tech'), count: 1 }
  expect((await ask('ada')).body).toMatchObject({ total: 3, queues: [billing(2), tech] })
  const max = (await ask('max', '?days=60')).body as AvoidedEscalations
  expect(max).toMatchObject({ total: 4, queues: [billing(3), tech] })
  expect(max.weeks.map((week) => week.count)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 3])
  const { body } = await ask('sol', '?days=7')
  expect(body).toMatchObject({ categories: [{ category: 'billing', count: 2 }], weeks: [{ count: 2 }] })
  expect(body).toMatchObject({ total: 2, queues: [billing(2)] })
  const { since, until } = body as { since: number; until: number }
  expect(until - since).toBe(7 * DAY)
})

test('[SV63] agents are told no figures, and a period is some days', async () => {
  expect(await ask('ana')).toMatchObject({ status: 403 })
  for (const query of ['?days=0', '?days=367', '?days=1.5', '?days=many']) {
    expect(await ask('ada', query), query).toMatchObject({ status: 400, body: { where: 'days' } })
  }
})

test('[SV63] counting reads what was resolved so and not the whole log', () => {
  const asked: string[] = []
  const spied = {
    prepare(sql: string) {
      asked.push(sql)
      return host.db.prepare(sql)
    }
  }
  listAvoided(spied, 0)
  const plan = host.db.prepare(`EXPLAIN QUERY PLAN ${asked[0]}`).all(0) as { detail: string }[]
  expect(plan[0]?.detail).toContain('facts_helped')
})
