import { apply } from '../src/shared/case/apply.ts'
import type { Case } from '../src/shared/case/case.ts'
import type { CaseEvent, Fact } from '../src/shared/case/event.ts'
import { CaseId, OpId, PersonId } from '../src/shared/lib/ids.ts'
import { must } from '../src/shared/lib/must.ts'
import {
  clocksWhenAnswered,
  clocksWhenOpened,
  clocksWhenOwned,
  clocksWhenResolved,
  targetFor
} from '../src/shared/sla/clocks.ts'
import { MINUTE, matrix, NINE, opened, queue } from '../test/support/cases.ts'
import { type Random, seeded } from '../test/support/random.ts'
import { makeWords } from './words.ts'

/** A case and all that happened to it. */
export type Story = { readonly kase: Case; readonly facts: readonly Omit<Fact, 'seq'>[] }

export type Stories = {
  readonly dice: Random
  readonly vocabulary: readonly string[]
  text(from: number, to: number): string
  /** The next case: opened, then with so many more facts. After the fifth it is resolved, unless it is to stay open. */
  next(more: number, staysOpen?: boolean): Story
}

const RULES = matrix()
const CUSTOMER = PersonId.parse('customer')
const AGENTS = ['ana', 'ben', 'lea'].map((id) => PersonId.parse(id))
const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const

/** Cases as they are: a message of 200 to 1200 characters, then claims, answers and notes. The same seed tells the same ones. */
export function makeStories(seed: number): Stories {
  const dice = seeded(seed)
  const { vocabulary, text } = makeWords(dice)
  let made = 0
  return {
    dice,
    vocabulary,
    text,
    next(more, staysOpen = false) {
      made += 1
      const caseId = CaseId.parse(`case-${String(made).padStart(7, '0')}`)
      const facts: Omit<Fact, 'seq'>[] = []
      let kase: Case | undefined
      const add = (by: PersonId, at: number, event: CaseEvent): void => {
        const ver = facts.length + 1
        const opId = by === CUSTOMER ? null : OpId.parse(`op-${made}-${ver}`)
        const fact = { caseId, ver, at, by, opId, event }
        kase = apply(kase, caseId, fact)
        facts.push(fact)
      }
      const at = NINE + dice.below(600) * MINUTE
      const priority = dice.pick(PRIORITIES)
      const name = `${text(4, 10)} ${text(5, 12)}`
      const customer = { id: `cust-${made}`, name, language: 'es' as const, segment: 'B2C' as const }
      const clocks = clocksWhenOpened(targetFor(RULES, 'L1', priority), at)
      add(
        CUSTOMER,
        at,
        opened({
          ref: `C-${made}`,
          subject: text(20, 60),
          body: text(200, 1_200),
          customer,
          priority,
          queue: queue('L1/billing'),
          clocks
        })
      )
      const owner = dice.pick(AGENTS)
      for (let step = 0; step < more; step += 1)
        add(
          step % 4 === 3 ? CUSTOMER : owner,
          at + (step + 1) * MINUTE,
          follow(step, must(kase, 'case'), at + (step + 1) * MINUTE, staysOpen)
        )
      return { kase: must(kase, 'case'), facts }
    }
  }

  function follow(step: number, kase: Case, at: number, staysOpen: boolean): CaseEvent {
    if (step === 0) return { type: 'case.claimed', clocks: clocksWhenOwned(kase.clocks, at) }
    if (step % 4 === 1)
      return { type: 'case.replied', body: text(200, 1_200), clocks: clocksWhenAnswered(kase.clocks, at) }
    if (step % 4 === 2 || (step % 4 === 0 && staysOpen))
      return { type: 'case.noted', body: text(40, 400), late: false }
    if (step % 4 === 3) return { type: 'case.customerWrote', body: text(100, 800), clocks: kase.clocks }
    return { type: 'case.resolved', resolution: 'solved', clocks: clocksWhenResolved(kase.clocks, at) }
  }
}
