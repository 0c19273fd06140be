import type { Option } from '../../shared/case/option.ts'
import { optionsFor } from '../../shared/case/options-for.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { CaseView, TimelineEntry } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { findCase } from '../store/cases.ts'
import { findDraftOps, findDrafts } from '../store/drafts.ts'
import { listFacts } from '../store/facts.ts'
import { findGone } from '../store/gone.ts'
import { listWaitingOn } from '../store/outbox.ts'
import { around } from './around.ts'

/** A case with its history, buttons (`lapsed`: none of them works) and drafts; of one that left my queues, where it went; null for one this machine never had. */
export function getCase(
  db: Reader,
  place: Place,
  caseId: CaseId,
  serverNow: number,
  lapsed = false
): CaseView | null {
  const kase = findCase(db, caseId)
  if (!kase) {
    const gone = findGone(db, caseId)
    return gone ? { kind: 'gone', ...gone, ...draftsOf(db, caseId) } : null
  }
  return {
    kind: 'case',
    case: kase,
    timeline: timelineOf(db, caseId),
    options: optionsFor(kase, place.person, place.matrix, around(db, place, serverNow)).map((option) =>
      lapsed ? shut(option) : option
    ),
    ...draftsOf(db, caseId)
  }
}

function draftsOf(db: Reader, caseId: CaseId): Pick<CaseView, 'drafts' | 'draftOps'> {
  return { drafts: findDrafts(db, caseId), draftOps: findDraftOps(db, caseId) }
}

/** Without the server for too long, every button says so (EN41). */
function shut({ id, name, kind, about }: Option): Option {
  return { id, name, kind, about, can: false, why: { type: 'GrantLapsed' } }
}

/** What happened, oldest first, and at its end what I did that the server has not confirmed. */
function timelineOf(db: Reader, caseId: CaseId): TimelineEntry[] {
  const facts = listFacts(db, caseId).map(
    ({ at, by, opId, event, seq }): TimelineEntry => ({
      key: opId ?? `seq:${seq}`,
      at,
      by,
      opId,
      event,
      saved: null
    })
  )
  const mine = listWaitingOn(db, caseId).flatMap(({ op, state, happening }): TimelineEntry[] =>
    happening ? [{ ...happening, key: op.opId, saved: state === 'ready' ? 'here' : 'sent' }] : []
  )
  return [...facts, ...mine]
}
