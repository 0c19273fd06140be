import { type CallToDecide, callsToDecide } from '../../shared/case/calls-to-decide.ts'
import type { Case, HierarchicalEscalation } from '../../shared/case/case.ts'
import type { Fact, Happening } from '../../shared/case/event.ts'
import { canBeHanded } from '../../shared/case/who-decides.ts'
import type { EscalationId } from '../../shared/lib/ids.ts'
import type { NoticedRequest } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { listWaitingOn } from '../store/outbox.ts'

/** That this person was asked by a fact of the log to decide a request, what it was then, and what became of it. */
export type Asked = {
  readonly fact: Fact
  readonly at: number
  readonly ask: HierarchicalEscalation['ask']
  readonly request: NoticedRequest
}

/** Every time one request of a case came to wait for this person; what they did here and the server has not answered counts. */
export function listAsked(
  db: Reader,
  place: Place,
  kase: Case,
  id: EscalationId,
  serverNow: number
): Asked[] {
  const one = kase.escalations.find((each) => each.id === id)
  // Nobody is asked about what they asked for.
  if (one?.kind !== 'hierarchical' || one.by === place.person.id) return []
  const facts = listFactsOn(db, one, kase)
  const mine = listWaitingOn(db, kase.id).flatMap(({ happening }) =>
    happening && isOn(happening, id) ? [happening] : []
  )
  const story: readonly Happening[] = [...facts, ...mine]
  const { person, people, findPerson } = place
  const canHandOn = people.some((each) => each.id !== person.id && canBeHanded(each, one))
  return callsToDecide(person, one, story, { at: serverNow, findPerson }).flatMap((call): Asked[] => {
    const fact = facts[call.calledBy]
    if (!fact) return []
    return [{ fact, at: call.at, ask: call.asked.ask, request: requestOf(one, call, story, canHandOn) }]
  })
}

function requestOf(
  one: HierarchicalEscalation,
  { asked, step, inPlaceOf, waits, endedBy }: CallToDecide,
  story: readonly Happening[],
  canHandOn: boolean
): NoticedRequest {
  const end = endedBy === null ? undefined : story[endedBy]
  return {
    escalationId: one.id,
    by: one.by,
    step,
    steps: asked.chain.length,
    inPlaceOf,
    waits,
    canHandOn: waits && canHandOn,
    over: end ? { event: end.event, by: end.by, at: end.at } : null
  }
}

const isOn = ({ event }: Happening, id: EscalationId): boolean =>
  'escalationId' in event && event.escalationId === id

function listFactsOn(db: Reader, one: HierarchicalEscalation, kase: Case): Fact[] {
  const rows = db
    .prepare("SELECT body FROM facts WHERE case_id = ? AND body ->> '$.event.escalationId' = ? ORDER BY ver")
    .all(kase.id, one.id) as { body: string }[]
  return rows.map((row) => JSON.parse(row.body) as Fact)
}
