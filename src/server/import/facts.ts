import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseEvent, Happening } from '../../shared/case/event.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { CaseId, PersonId } from '../../shared/lib/ids.ts'
import { queueKey } from '../../shared/people/queue.ts'
import type { RowReason } from '../../shared/protocol/imports.ts'
import { clocksWhenOpened, clocksWhenUnowned, targetFor } from '../../shared/sla/clocks.ts'
import { caseIdOf, IMPORT, outsider, queueOf } from './names.ts'
import { isLive, type PastCase } from './past-case.ts'
import { eventsOf } from './step-events.ts'

/** A case as facts of our log, ready to be appended in order. */
export type CaseFacts = {
  readonly caseId: CaseId
  readonly happenings: readonly Happening[]
  readonly kase: Case
}

/** Turns the life of a case into facts. The matrix lends its targets, since a fact brings the clocks it leaves behind. */
export function factsOf(past: PastCase, mappingName: string, matrix: Matrix): CaseFacts {
  const caseId = caseIdOf(mappingName, past.externalId)
  const happenings: Happening[] = []
  const happen = (kase: Case | undefined, by: PersonId, at: number, event: CaseEvent): Case => {
    const happening: Happening = { at, by, opId: null, event }
    happenings.push(happening)
    return apply(kase, caseId, happening)
  }

  let kase = happen(undefined, IMPORT, past.openedAt, opened(past, mappingName, matrix))
  for (const step of past.steps) {
    const by = step.by === undefined ? IMPORT : outsider(step.by)
    for (const event of eventsOf(step, kase, matrix)) kase = happen(kase, by, step.at, event)
  }
  // Whoever had it elsewhere does not work here: a case that is still to be done must be free to take.
  if (isLive(past) && kase.owner !== null) {
    const waits = kase.state.status === 'pending' || kase.state.status === 'on_hold'
    const target = targetFor(matrix, kase.queue.tier, kase.priority)
    const clocks = clocksWhenUnowned(kase.clocks, target, waits, kase.updatedAt)
    kase = happen(kase, IMPORT, kase.updatedAt, { type: 'case.released', clocks })
  }
  return { caseId, happenings, kase }
}

/** What the facts came out as, where it is not what the file says; `undefined` when they agree. */
export function foldProblem({ kase }: CaseFacts, { final }: PastCase): RowReason | undefined {
  const queue = queueKey(kase.queue)
  if (kase.state.status === final.status && queue === final.queue) return undefined
  return {
    code: 'case-does-not-fold',
    steps: { status: kase.state.status, queue },
    file: { status: final.status, queue: final.queue }
  }
}

function opened(past: PastCase, mappingName: string, matrix: Matrix): CaseEvent {
  const queue = queueOf(past.queue)
  const { firstResponse, ...clocks } = clocksWhenOpened(
    targetFor(matrix, queue.tier, past.priority),
    past.openedAt
  )
  return {
    type: 'case.opened',
    ref: past.externalId.slice(0, 40),
    subject: past.subject,
    body: past.body,
    customer: {
      id: `${mappingName}:${past.customer.id}`.slice(0, 120),
      name: past.customer.name,
      language: past.language,
      segment: past.segment
    },
    channel: past.channel,
    language: past.language,
    category: past.category,
    priority: past.priority,
    flags: [],
    queue,
    attributes: attributesOf(past, mappingName),
    // The file does not tell when a finished case was first answered: better no clock than one that never stops.
    clocks: isLive(past) && firstResponse ? { ...clocks, firstResponse } : clocks
  }
}

function attributesOf(past: PastCase, mappingName: string): Record<string, string> {
  return {
    ...past.attributes,
    source: mappingName,
    sourceId: past.externalId,
    ...(past.slaMet === undefined ? {} : { slaMet: String(past.slaMet) }),
    ...(past.sourceDate === undefined ? {} : { sourceDate: new Date(past.sourceDate).toISOString() })
  }
}
