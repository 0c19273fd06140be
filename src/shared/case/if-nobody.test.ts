import { expect, test } from 'vitest'
import { ana, ask, desk, lastEscalation, matrix, openCase } from '../../../test/support/cases.ts'
import type { StepTimeout } from '../escalation/matrix.ts'
import { SYSTEM } from '../lib/ids.ts'
import { expiryOf } from './expiry.ts'
import { ifNobody } from './if-nobody.ts'

/** Ana asked for 500.00, whose chain has two steps; the first, or both, do `onTimeout` when nobody answers. */
function asked(onTimeout: StepTimeout, both = false) {
  const hierarchical = matrix().hierarchical.map((row) => ({
    ...row,
    chain: row.chain.map((step, place) => (place === 0 || both ? { ...step, onTimeout } : step))
  }))
  const one = desk({ kase: openCase(ana), matrix: matrix({ hierarchical }) })
  one.act(ana, { type: 'approval.request', rowId: 'refund-1000', matrixVer: 7, ask: ask(500) })
  const request = () => {
    const escalation = lastEscalation(one.kase)
    if (escalation.kind !== 'hierarchical') throw new Error('no request')
    return escalation
  }
  return {
    said: () => ifNobody(one.kase, request(), one.matrix),
    /** Its time runs out: the timer does what was said. */
    wait() {
      const { state } = request()
      if (state.status !== 'requested') throw new Error('it has ended')
      one.now = state.dueAt
      const event = expiryOf(one.kase, request(), { at: one.now, matrix: one.matrix })
      if (event) one.happen(SYSTEM, event)
      return request().state.status
    }
  }
}

test('[ES17] [CS13] what happens when nobody answers is said ahead, and then happens', () => {
  const next = asked({ do: 'next' })
  expect(next.said()).toEqual({ does: 'goesOn', to: { role: 'escalation_manager' } })
  expect(next.wait()).toBe('requested')
  expect(next.said()).toEqual({ does: 'ends' })
  expect(next.wait()).toBe('expired')
  expect(next.said()).toBeUndefined()

  const no = asked({ do: 'decline' })
  expect(no.said()).toEqual({ does: 'counts_as_no' })
  expect(no.wait()).toBe('declined')

  const whom = { role: 'escalation_manager' } as const
  const told = asked({ do: 'notify', whom })
  expect(told.said()).toEqual({ does: 'reminds', whom })
  expect(told.wait()).toBe('requested')
  // Told once: the second time it goes on.
  expect(told.said()).toEqual({ does: 'goesOn', to: { role: 'escalation_manager' } })

  const yes = asked({ do: 'approve', upToMinor: 50_000 }, true)
  expect(yes.said()).toEqual({ does: 'counts_as_yes', last: false })
  yes.wait()
  expect(yes.said()).toEqual({ does: 'counts_as_yes', last: true })
  expect(yes.wait()).toBe('approved')

  expect(asked({ do: 'approve', upToMinor: 49_999 }).said()).toMatchObject({ does: 'goesOn' })
  expect(asked({ do: 'expire' }).said()).toEqual({ does: 'ends' })
})
