import { expect, test } from 'vitest'
import { person, queue } from '../../../../test/support/cases.ts'
import { type Random, seeded } from '../../../../test/support/random.ts'
import { soundMatrix, soundPeople } from '../../../../test/support/sound-matrix.ts'
import type { AskedStep, HierarchicalEscalation } from '../../case/case.ts'
import { askedChain, decidesAs } from '../../case/who-decides.ts'
import { EscalationId } from '../../lib/ids.ts'
import type { Person } from '../../people/person.ts'
import { type Approver, type Delegate, Matrix } from '../matrix.ts'
import { groupsOf, stuckAt } from './chain-match.ts'
import { checkMatrix } from './check-matrix.ts'
import { documentOf, NOTHING_AROUND } from './document.ts'
import { staffOf, stepsOf } from './staff.ts'

const FRONT = queue('L1/front')

/** Tries everybody at every step by the rules that requests are decided by: the furthest step that is asked. */
function furthest(chain: readonly AskedStep[], people: readonly Person[], asker: Person): number {
  const findPerson = (id: string) => people.find((one) => one.id === id)
  const go = (one: HierarchicalEscalation, step: number): number => {
    if (step === chain.length) return step
    const asked = { ...one, state: { status: 'requested' as const, step, dueAt: 0 } }
    return people.reduce((far, by) => {
      const isHere = by.role !== 'agent' || by.queues.length > 0
      const say = isHere && far < chain.length ? decidesAs(by, asked, { at: 0, findPerson }) : undefined
      if (!say) return far
      const decision = { step, by: by.id, at: 0, answer: 'approved' as const, ...say }
      return Math.max(far, go({ ...asked, decisions: [...one.decisions, decision] }, step + 1))
    }, step)
  }
  const request: HierarchicalEscalation = {
    kind: 'hierarchical',
    id: EscalationId.parse('e'),
    rowId: 'r',
    madeUnder: 1,
    judgedUnder: 1,
    by: asker.id,
    at: 0,
    from: FRONT,
    ask: { action: 'exception', exception: 'x', package: {} },
    subjectHash: '',
    chain: [...chain],
    onTimeout: 'next',
    decisions: [],
    state: { status: 'requested', step: 0, dueAt: 0 }
  }
  return go(request, 0)
}

function company(dice: Random) {
  const people = Array.from({ length: 2 + dice.below(4) }, (_, i) => {
    const role = dice.pick(['agent', 'supervisor', 'supervisor', 'escalation_manager'] as const)
    const isGone = role === 'agent' && dice.chance(0.7)
    return person(`p${i}`, { role, queues: isGone || role === 'escalation_manager' ? [] : [FRONT] })
  })
  const delegates = Array.from({ length: dice.below(4) }, (): Delegate => {
    return { of: dice.pick(people).id, to: dice.pick(people).id, when: dice.pick(['always', 'away']) }
  }).filter(({ of, to }) => of !== to)
  const chain = Array.from({ length: 1 + dice.below(4) }, () => {
    const role = dice.pick(['supervisor', 'escalation_manager'] as const)
    const approver: Approver = dice.chance(0.4) ? { person: dice.pick(people).id } : { role }
    return { approver, minutes: 5, onTimeout: { do: 'next' as const } }
  })
  return { people, delegates, chain, two: dice.chance(0.4) }
}

test('[MX10] a chain is stuck where trying everybody says so, with delegates, who left, and two people at the end', () => {
  const seen = { stuck: 0, own: 0, open: 0 }
  for (let seed = 1; seed <= 1_500; seed += 1) {
    const { people, delegates, chain, two } = company(seeded(seed))
    const outside = person('outside', { role: 'agent', queues: [FRONT] })
    const row = { chain, ...(two && { twoPeopleOverMinor: 1 }) }
    const known = {
      at: 0,
      findPerson: (id: string) => people.find((one) => one.id === id),
      matrix: { ...soundMatrix(), delegates }
    }
    const asked = askedChain(row, 2, FRONT, known)
    const staff = staffOf(documentOf(known.matrix, NOTHING_AROUND), people)
    const steps = stepsOf(staff, row, FRONT)
    const { groups, of } = groupsOf(steps)
    for (const asker of [outside, ...people.filter(({ queues }) => queues.length > 0)]) {
      const far = furthest(asked, people, asker)
      const stuck = stuckAt(groups, steps.length, of.get(asker.id))
      expect([seed, asker.id, stuck]).toEqual([seed, asker.id, far === asked.length ? undefined : far])
      if (stuck === undefined) seen.open += 1
      else if (asker === outside) seen.stuck += 1
      else seen.own += 1
    }
  }
  for (const [what, count] of Object.entries(seen)) expect([what, count > 200]).toEqual([what, true])
})

/** Counts how often it is looked through. */
class Counting<K, V> extends Map<K, V> {
  looks = 0
  override *[Symbol.iterator](): MapIterator<[K, V]> {
    for (const entry of this.entries()) {
      this.looks += 1
      yield entry
    }
  }
}

test('[MX10] six steps and two hundred people take few looks, however they are stuck', () => {
  const crowd = Array.from({ length: 200 }, (_, i) => `p${i}`)
  const named = new Set(['p0'])
  const half = new Set(crowd.slice(0, 100))
  for (const last of [named, half, new Set(crowd)]) {
    const steps = [new Set(crowd), half, new Set(crowd), half, new Set(crowd), last, last]
    const { groups } = groupsOf(steps)
    const counting = new Counting(groups)
    expect(stuckAt(counting, steps.length)).toBe(last === named ? 6 : undefined)
    expect(counting.looks).toBeLessThan(steps.length * steps.length * groups.size)
  }
})

test('[MX10] a whole check asks of each person a few things, not what follows from every choice', () => {
  let asked = 0
  const crowd = Array.from({ length: 200 }, (_, i) => {
    const one = person(`x${i}`, { role: 'supervisor', queues: [FRONT, queue('L1/desk')] })
    return Object.defineProperty({ ...one }, 'role', {
      enumerable: true,
      get() {
        asked += 1
        return 'supervisor'
      }
    })
  })
  const doc = soundMatrix()
  const step = (approver: object) => ({ approver, minutes: 5, onTimeout: { do: 'next' } })
  const chain = [...Array.from({ length: 5 }, () => step({ role: 'supervisor' })), step({ person: 'x0' })]
  const deep = Matrix.parse({
    ...doc,
    hierarchical: doc.hierarchical.map((row) => (row.id === 'some' ? { ...row, chain } : row))
  })
  const { findings } = checkMatrix(deep, { ...NOTHING_AROUND, people: [...soundPeople, ...crowd] })
  expect(findings.map(({ code, values }) => [code, values['person']])).toEqual([['own_approval', 'x0']])
  expect(asked).toBeLessThan(200 * 100)
})
