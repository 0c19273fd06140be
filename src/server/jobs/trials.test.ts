import { expect, test } from 'vitest'
import { matrix, NINE, queue } from '../../../test/support/cases.ts'
import { online, server } from '../../../test/support/server.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { CaseId, PersonId } from '../../shared/lib/ids.ts'
import { append } from '../log/append.ts'
import { findCase } from '../log/cases.ts'
import { makeTrials } from './trials.ts'

const ada = PersonId.parse('ada')
const cfo = PersonId.parse('cfo')
const [billing, tech, core] = matrix().functional
const rerouted = matrix({ functional: [{ ...billing, id: 'to-tech', to: queue('L2/tech') }, tech, core] })

/** A server with so many cases, every third of them not about billing, and a world that waits to be let on. */
async function workshop(size: number) {
  const host = await server()
  const opened = await host.open()
  const kase = findCase(host.db, opened)?.kase
  if (!kase) throw new Error('no case')
  const { subject, customer, channel, language, priority, clocks } = kase
  await host.home.write((tx) => {
    for (let i = 1; i < size; i++) {
      const category = i % 3 === 0 ? 'bug' : 'billing'
      const event = {
        type: 'case.opened' as const,
        ref: `R-${i}`,
        subject,
        body: 'x',
        customer,
        channel,
        language,
        category,
        priority,
        flags: [],
        queue: queue('L1/billing'),
        attributes: {},
        clocks
      }
      append(tx, CaseId.parse(`past-${String(i).padStart(6, '0')}`), undefined, {
        at: NINE,
        by: PersonId.parse('customer'),
        opId: null,
        event
      })
    }
  })
  const waiting: (() => void)[] = []
  const trials = makeTrials({
    db: host.db,
    newId: (() => {
      let n = 0
      return () => `trial-${++n}`
    })(),
    pause: () => new Promise((go) => waiting.push(go)),
    report: (event) => void host.reports.push(event)
  })
  const turn = async (): Promise<void> => {
    for (const go of waiting.splice(0)) go()
    await new Promise((done) => setImmediate(done))
  }
  const finish = async (person: PersonId): Promise<void> => {
    while (trials.get(person)?.state === 'running') await turn()
  }
  const begin = (person: PersonId, draft: Matrix = rerouted) => trials.begin(person, matrix(), draft)
  /** How many trials wait to be let on. */
  const going = () => waiting.length
  return { host, trials, turn, finish, begin, going }
}

test('[MX24] a draft is tried on every case, with the list of those that would go elsewhere', async () => {
  const { trials, begin, finish } = await workshop(601)
  expect([trials.get(ada), trials.cases(ada, null, null, 5)]).toEqual([null, null])
  const id = begin(ada)
  await finish(ada)
  expect(trials.get(ada)).toMatchObject({
    id,
    state: 'done',
    done: 601,
    total: 601,
    changed: 401,
    problem: null
  })
  expect(trials.get(ada)?.idle).toContainEqual({ list: 'functional', id: 'l2-core' })
  const seen: string[] = []
  let after: string | null = null
  do {
    const page = trials.cases(ada, { list: 'functional', id: 'to-tech' }, after, 150)
    seen.push(...(page?.cases ?? []).map(({ caseId }) => caseId))
    after = page?.next ?? null
  } while (after !== null)
  expect([seen.length, new Set(seen).size]).toEqual([401, 401])
  expect(trials.cases(ada, { list: 'functional', id: 'l1-billing' }, null, 1)?.cases).toMatchObject([
    {
      subject: 'Charged twice',
      openedAt: NINE,
      before: { row: { id: 'l1-billing' } },
      after: { row: { id: 'to-tech' } }
    }
  ])
  expect(trials.cases(ada, { list: 'functional', id: 'l2-core' }, null, 5)).toEqual({ cases: [], next: null })
})

test('[MX24] while it runs the server goes on, says how far it is, and is told to stop', async () => {
  const { host, trials, begin, turn } = await workshop(1_000)
  begin(ada)
  expect(trials.get(ada)).toMatchObject({ state: 'running', done: 0, idle: [] })
  await turn()
  await turn()
  expect(trials.get(ada)).toMatchObject({ state: 'running', done: 400, total: 1_000, idle: [] })
  expect(
    await (await online(host, 'ana')).act({ type: 'case.claim', caseId: CaseId.parse('past-000001') })
  ).toMatchObject({
    outcome: 'applied'
  })
  trials.cancel(ada)
  await turn()
  expect(trials.get(ada)).toMatchObject({ state: 'cancelled', done: 400 })
  expect(trials.get(ada)?.changed).toBeGreaterThan(0)
})

test('[MX24] each administrator has one trial; a new one ends the one before', async () => {
  const { trials, begin, turn, finish } = await workshop(700)
  begin(ada)
  begin(cfo, matrix())
  await turn()
  const second = begin(ada)
  await finish(ada)
  await finish(cfo)
  expect(trials.get(ada)).toMatchObject({ id: second, state: 'done', done: 700 })
  expect(trials.get(cfo)).toMatchObject({ state: 'done', changed: 0 })
})

test('[MX24] a new trial stops the one before, which looks at no more cases', async () => {
  const { begin, turn, going } = await workshop(1_000)
  begin(ada)
  await turn()
  begin(ada)
  expect(going()).toBe(2)
  await turn()
  expect(going()).toBe(1)
})

test('[MX24] one that breaks says so and breaks nothing else', async () => {
  const { host, trials, begin, turn, finish } = await workshop(500)
  begin(ada)
  await turn()
  host.db.prepare("UPDATE cases SET body = '{' WHERE case_id > 'past-000300'").run()
  await finish(ada)
  expect(trials.get(ada)).toMatchObject({ state: 'failed', problem: expect.stringMatching(/JSON/) })
  expect(host.reports).toEqual(['trial.broke'])
})
