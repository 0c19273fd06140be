import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { fold } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Happening } from '../../shared/case/event.ts'
import { must } from '../../shared/lib/must.ts'
import { queueKey } from '../../shared/people/queue.ts'
import { compareTiers, type Tier } from '../../shared/people/tier.ts'
import { namedColumns } from './check-mapping.ts'
import { desk, NOW } from './fixtures/desk.ts'
import { mappingFrom } from './fixtures/mappings.ts'
import type { ImportOutcome } from './run-import.ts'

/*
 * The numbers here were counted by a program of its own, in another language, straight from the files. They stand for
 * the files as they were published, so a change of the importer that changes one of them has changed what it says.
 */
const RESOURCES = path.join(import.meta.dirname, '../../../resources')

type Imported = { outcome: ImportOutcome; cases: Case[]; facts: Happening[] }

async function imported(data: string, mapping: string): Promise<Imported> {
  using at = desk()
  const text = readFileSync(path.join(RESOURCES, 'mappings', `${mapping}.yaml`), 'utf8')
  const answer = await at.run(path.join(RESOURCES, 'data', data), mappingFrom(text))
  const all = [...at.log.all()]
  return {
    outcome: must(answer.ok ? answer.value : undefined, 'outcome'),
    cases: all.map(([id, facts]) => must(fold(id, facts), 'case')),
    facts: all.flatMap(([, facts]) => facts)
  }
}

/** How many of each, the names in order. */
function tally<T>(all: readonly T[], by: (one: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of all.map(by).toSorted()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const where = (kase: Case) => `${kase.state.status} ${queueKey(kase.queue)}`
const highest = ({ hops }: Case): Tier =>
  hops.map(({ queue }) => queue.tier).reduce((a, b) => (compareTiers(a, b) < 0 ? b : a))

let uci: Imported
let city: Imported
let words: Imported
let complaints: Imported
beforeAll(async () => {
  uci = await imported('uci-incidents-2465.csv.gz', 'uci-incidents')
  city = await imported('alessandria-reports-4651.csv.gz', 'alessandria-reports')
  words = await imported('cfpb-narratives-300.csv.gz', 'cfpb-narratives')
  complaints = await imported('cfpb-complaints-280.csv', 'cfpb-complaints')
}, 60_000)

test('[IM60] the incident log is read whole', () => {
  expect(uci.outcome).toMatchObject({ rows: 17_479, imported: 2_465, rejected: 0, leftOut: 0 })
})

test('[IM60] a state of -100 leaves the case as it was', async () => {
  using at = desk()
  const text = readFileSync(path.join(RESOURCES, 'mappings/uci-incidents.yaml'), 'utf8')
  const mapping = mappingFrom(text)
  const columns = [...new Set(namedColumns(mapping).map(([, column]) => column))]
  const row = (says: Record<string, string>) => columns.map((column) => says[column] ?? '?').join(',')
  const same = { number: 'INC1', opened_at: '1/3/2016 09:00', priority: '3 - Moderate', made_sla: 'true' }
  const rows = [
    row({
      ...same,
      sys_updated_at: '1/3/2016 09:00',
      sys_mod_count: '0',
      incident_state: 'Awaiting User Info'
    }),
    row({ ...same, sys_updated_at: '1/3/2016 10:00', sys_mod_count: '4', incident_state: '-100' })
  ]
  const file = at.file('log.csv', `${columns.join(',')}\n${rows.join('\n')}\n`)
  expect(await at.run(file, mapping)).toMatchObject({ value: { imported: 1, rejected: 0 } })
  const [facts = []] = at.log.all().values()
  expect(facts.map(({ event }) => event.type)).toEqual(['case.opened', 'case.pended'])
})

test('[IM60] its updates are these steps', () => {
  expect(tally(uci.facts, ({ event }) => event.type)).toEqual({
    'case.opened': 2_465,
    'case.assigned': 3_491,
    'case.categorySet': 256,
    'case.claimed': 129,
    'case.closed': 2_467,
    'case.escalated': 1_049,
    'case.held': 126,
    'case.pended': 1_041,
    'case.prioritySet': 104,
    'case.reopened': 49,
    'case.resolved': 2_514,
    'case.resumed': 192,
    'case.transferred': 214,
    'escalation.returned': 466
  })
})

test('[IM60] its cases end in these queues, having been as high as this', () => {
  expect(tally(uci.cases, where)).toEqual({
    'closed L1/front': 1_399,
    'closed L2/technical': 928,
    'closed L3/core': 138
  })
  expect(tally(uci.cases, highest)).toEqual({ L1: 1_077, L2: 1_148, L3: 223, L4: 17 })
  expect(tally(uci.cases, ({ hops }) => must(hops[0], 'hop').queue.tier)).toEqual({
    L1: 1_752,
    L2: 631,
    L3: 82
  })
})

test('[IM60] whether the desk met its SLA is kept as the desk says it', () => {
  expect(tally(uci.cases, ({ attributes }) => attributes['slaMet'] ?? 'unknown')).toEqual({
    false: 1_616,
    true: 849
  })
})

test('[IM61] the city’s reports are read whole', () => {
  expect(city.outcome).toMatchObject({ rows: 4_651, imported: 4_358, rejected: 0, leftOut: 293 })
  expect(tally(city.cases, where)).toEqual({
    'closed L1/frontline-it': 2_683,
    'new L1/frontline-it': 1_526,
    'open L2/territorio': 149
  })
})

test('[IM61] by kind', () => {
  expect(tally(city.cases, ({ category }) => category)).toEqual({
    green: 880,
    lighting: 54,
    other: 1_127,
    pests: 112,
    roads: 1_343,
    signals: 516,
    water: 326
  })
})

test('[IM61] what was closed took the days it took; what is open waits now, free to take', () => {
  const days = city.cases.flatMap(({ state, openedAt }) => {
    const fromNineToFive = 8 * 3_600_000
    return state.status === 'closed' ? [Math.round((state.at - openedAt - fromNineToFive) / 86_400_000)] : []
  })
  expect(days.reduce((sum, one) => sum + one, 0)).toBe(58_873)
  const live = city.cases.filter(({ state }) => state.status !== 'closed')
  expect(
    live.every(({ owner, openedAt }) => owner === null && openedAt >= NOW - 48 * 3_600_000 && openedAt <= NOW)
  ).toBe(true)
  expect(live.every(({ attributes }) => /^202[3-6]-/.test(attributes['sourceDate'] ?? ''))).toBe(true)
})

test('[IM62] the narratives wait at the front line, word for word', () => {
  expect(words.outcome).toMatchObject({ rows: 300, imported: 300, rejected: 0, leftOut: 0 })
  expect(tally(words.cases, where)).toEqual({ 'new L1/front': 300 })
  const bodies = words.facts.flatMap(({ event }) => (event.type === 'case.opened' ? [event.body] : []))
  expect(bodies.reduce((sum, body) => sum + body.length, 0)).toBe(209_052)
  expect(bodies.filter((body) => body.includes('\n'))).toHaveLength(125)
  expect(bodies.filter((body) => body.includes('XXXX'))).toHaveLength(233)
})

test('[IM62] by kind, over the last thirty hours, and nothing tells how they ended', () => {
  expect(tally(words.cases, ({ category }) => category)).toEqual({
    account: 14,
    card: 25,
    'credit-report': 192,
    debt: 31,
    loan: 13,
    mortgage: 14,
    transfer: 11
  })
  const times = words.cases.map(({ openedAt }) => openedAt)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW - 30 * 3_600_000)
  expect(Math.max(...times)).toBeLessThanOrEqual(NOW)
  expect(JSON.stringify(words.facts)).not.toMatch(/Closed with/)
})

test('[IM63] the complaints are closed cases, those that say the same too', () => {
  expect(complaints.outcome).toMatchObject({ rows: 280, imported: 280, rejected: 0, leftOut: 0 })
  expect(tally(complaints.cases, where)).toEqual({ 'closed L1/front': 280 })
  expect(tally(complaints.cases, ({ category }) => category)).toEqual({
    account: 16,
    card: 24,
    'credit-report': 124,
    debt: 70,
    loan: 14,
    mortgage: 31,
    transfer: 1
  })
  expect(complaints.cases.filter(({ ref }) => ref.endsWith('-2'))).toHaveLength(1)
})

test('[IM60] every file that comes along is attributed', () => {
  const attribution = readFileSync(path.join(RESOURCES, 'data/ATTRIBUTION.md'), 'utf8')
  const named = [...attribution.matchAll(/`([^`/]+\.csv(?:\.gz)?)`/g)].map(([, file = '']) => file)
  expect(named).toHaveLength(4)
  for (const file of named) expect(existsSync(path.join(RESOURCES, 'data', file))).toBe(true)
})
