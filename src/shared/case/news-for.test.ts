import { expect, test } from 'vitest'
import { ana, ask, ben, desk, eva, lastEscalation, openCase, sol } from '../../../test/support/cases.ts'
import { must } from '../lib/must.ts'
import type { Person } from '../people/person.ts'
import { isNewsFor } from './news-for.ts'

test('[EN30] [ES30] that a step was handed on is told to whom it went and to the one who asked, and to nobody else', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(100) })
  const asked = lastEscalation(one.kase)
  const subjectHash = asked.kind === 'hierarchical' ? asked.subjectHash : ''
  one.act(sol, { type: 'approval.handOn', escalationId: asked.id, subjectHash, to: eva.id, note: 'yours' })
  const handed = must(one.happenings.at(-1), 'event')
  expect(handed.event.type).toBe('approval.handedOn')
  const told = (person: Person) => isNewsFor(person, handed, one.kase, undefined)
  expect([told(eva), told(ana), told(ben), told(sol)]).toEqual([true, true, false, false])
})
