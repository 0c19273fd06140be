import { z } from 'zod'
import { mayDecide } from '../shared/case/who-decides.ts'
import {
  Asked,
  type Gives,
  type QuestionName,
  questions,
  type TellingName,
  type Told,
  tellings
} from '../shared/protocol/bridge.ts'
import type { EngineFault, EngineReply, EngineRequest } from '../shared/protocol/engine.ts'
import type { Db } from '../sqlite/db.ts'
import { toFault } from '../sqlite/fault.ts'
import { getSettings, putSettings } from './account/account-store.ts'
import type { ServerApi } from './account/server-api.ts'
import type { Sessions } from './account/sessions.ts'
import type { Changes } from './changes.ts'
import type { Desk } from './desk.ts'
import type { Answers, Doings } from './dispatch-shapes.ts'
import { type MatrixDeps, matrixAnswers, matrixDoings } from './matrix-desk.ts'
import type { MatrixTexts } from './matrix-texts.ts'
import { listApprovals } from './queries/approvals.ts'
import { getCase } from './queries/case-get.ts'
import { listCases } from './queries/case-list.ts'
import { getConnection } from './queries/connection.ts'
import { getCounts } from './queries/counts.ts'
import { getDiagnostics } from './queries/diagnostics.ts'
import { listNotices } from './queries/notices.ts'
import { listSimilar } from './queries/similar.ts'
import { listOutboxRows, listReviewRows } from './queries/trays.ts'
import { putDraft } from './store/drafts.ts'
import { dropReview } from './store/review.ts'
import { indexed } from './store/words.ts'

export type DispatchDeps = {
  readonly db: Db
  readonly sessions: Sessions
  readonly api: ServerApi
  readonly texts: MatrixTexts
  readonly changes: Changes
}

/** A question that needs somebody signed in, asked while nobody is. */
class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
}

/** Parses a request, sends it to its query or command, shapes the reply. Faults end here and get a name (house rules). */
export function createDispatch(deps: DispatchDeps): (request: EngineRequest) => Promise<EngineReply> {
  const ask = answers(deps)
  const tell = doings(deps)
  async function answer({ kind, name, payload }: EngineRequest): Promise<unknown> {
    if (kind === 'act') {
      const { opId, command } = Asked.parse(payload)
      return desk(deps).act(command, opId)
    }
    if (kind === 'ask') {
      const asked = z.enum(Object.keys(questions) as [QuestionName, ...QuestionName[]]).parse(name)
      const takes = questions[asked].takes.parse(payload ?? {})
      return ask[asked](takes as never)
    }
    const told = z.enum(Object.keys(tellings) as [TellingName, ...TellingName[]]).parse(name)
    return tell[told](tellings[told].parse(payload ?? {}) as never)
  }
  return async (request) => {
    try {
      return { id: request.id, ok: true, value: await answer(request) }
    } catch (error) {
      return {
        id: request.id,
        ok: false,
        fault: faultOf(toFault(error, deps.sessions.desk()?.db.file ?? deps.db.file))
      }
    }
  }
}

export function faultOf(error: unknown): EngineFault {
  if (error instanceof z.ZodError) return { name: 'BadRequest', message: z.prettifyError(error) }
  if (error instanceof Error) return { name: error.name, message: error.message }
  return { name: 'Error', message: String(error) }
}

function desk({ sessions }: DispatchDeps): Desk {
  const found = sessions.desk()
  if (!found) throw new NotSignedIn('nobody is signed in on this console')
  return found
}

const NO_COUNTS: Gives<'counts.get'> = {
  work: 0,
  drafts: 0,
  asked: 0,
  approvals: 0,
  called: 0,
  atRisk: 0,
  queues: [],
  outbox: 0,
  review: 0
}
const EMPTY: Gives<'case.list'> = { rows: [], next: null, total: 0 }

/** Before the first welcome a signed-in desk knows no matrix and has no cases: its lists are empty, not wrong. */
function answers(deps: DispatchDeps): Answers {
  const { db, sessions, api } = deps
  const token = (): string => sessions.token() ?? ''
  return {
    'session.get': () => sessions.get(),
    'settings.get': () => getSettings(db),
    'connection.get': () => getConnection(sessions.desk()),
    'counts.get': () => withPlace(deps, NO_COUNTS, (at, place) => getCounts(at.db, place, at.serverNow())),
    'matrix.get': () => desk(deps).place()?.matrix ?? null,
    'person.list': () => [...(desk(deps).place()?.people ?? [])],
    'case.list': (asked) =>
      withPlace(deps, EMPTY, (at, place) => listCases(at.db, place, asked, at.serverNow())),
    'case.get': ({ caseId }) =>
      withPlace(deps, null, (at, place) => getCase(at.db, place, caseId, at.serverNow(), isShut(at))),
    'case.similar': ({ caseId, limit }) => listSimilar(indexed(desk(deps).db), caseId, limit),
    'approval.list': () => withPlace(deps, [], (at, place) => listApprovals(at.db, place, at.serverNow())),
    'notice.list': () => withPlace(deps, [], (at, place) => listNotices(at.db, place, at.serverNow())),
    'outbox.list': () => listOutboxRows(desk(deps).db),
    'review.list'() {
      const at = desk(deps)
      const place = at.place()
      if (!place) return listReviewRows(at.db, 0)
      const { person, findPerson, matrix } = place
      return listReviewRows(at.db, matrix.version, (one) =>
        mayDecide(person, one, { at: at.serverNow(), findPerson })
      )
    },
    'import.list': () => api.imports(token()),
    'import.mappings': () => api.mappings(token()),
    'import.rejections': ({ id, from, limit }) => api.rejections(token(), id, from, limit),
    'absence.others': async () => valueOr(await api.mayBeSetAway(sessions.token() ?? ''), null),
    'figures.avoided': async ({ days }) => valueOr(await api.avoided(sessions.token() ?? '', days), null),
    'diagnostics.get': () => {
      const here = sessions.desk()
      return here ? getDiagnostics(here) : null
    },
    'device.list': async () => valueOr(await api.devices(sessions.token() ?? ''), null),
    'held.list': async () => valueOr(await api.held(sessions.token() ?? ''), null),
    ...matrixAnswers(matrixDeps(deps))
  }
}

function matrixDeps(deps: DispatchDeps): MatrixDeps {
  const { sessions, api, texts, changes } = deps
  return { desk: () => desk(deps), token: () => sessions.token() ?? '', api: api.matrices, texts, changes }
}

/** Whether buttons are dead because the server was not met for too long. */
function isShut(at: Desk): boolean {
  return at.sync.status().state !== 'online' && at.isLapsed()
}

function withPlace<T>(
  deps: DispatchDeps,
  otherwise: T,
  work: (at: Desk, place: NonNullable<ReturnType<Desk['place']>>) => T
): T {
  const at = desk(deps)
  const place = at.place()
  return place ? work(at, place) : otherwise
}

function valueOr<T, O>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false },
  otherwise: O
): T | O {
  return result.ok ? result.value : otherwise
}

const DONE: Told = { ok: true, id: null }

function doings(deps: DispatchDeps): Doings {
  const { db, sessions, api, changes } = deps
  const token = (): string => sessions.token() ?? ''
  const signed = async (answer: ReturnType<Sessions['signIn']>): Promise<Told> => {
    const result = await answer
    if (result.ok)
      changes.note(['session', 'cases', 'counts', 'connection', 'outbox', 'review', 'matrix', 'people'])
    return result.ok ? DONE : result
  }
  const done = async (answer: ReturnType<ServerApi['setAway']>): Promise<Told> => {
    const result = await answer
    return result.ok ? DONE : result
  }
  const sent = async (answer: ReturnType<ServerApi['endImport']>): Promise<Told> => {
    const result = await answer
    changes.note(['imports'])
    return result.ok ? DONE : result
  }
  return {
    'session.signInDemo': ({ personId }) => signed(sessions.signInDemo(personId)),
    'session.signIn': ({ email, password }) => signed(sessions.signIn(email, password)),
    async 'session.signOut'() {
      await sessions.signOut()
      changes.note(['session', 'cases', 'counts', 'connection'])
      return DONE
    },
    'settings.put'(some) {
      putSettings(db, JSON.parse(JSON.stringify(some)))
      changes.note(['settings'])
      return DONE
    },
    // Who is away comes back with the people: the server tells every console of them, this one too.
    'me.away': ({ away }) => done(api.setAway(token(), null, away)),
    'person.away': ({ personId, away }) => done(api.setAway(token(), personId, away)),
    'held.decide': async ({ opId, decision }) => {
      const result = await api.decideHeld(token(), opId, decision)
      changes.note(['held'])
      return result.ok ? DONE : result
    },
    'draft.put'(draft) {
      const at = desk(deps)
      at.db.write((tx) => putDraft(tx, draft, at.serverNow()))
      changes.note(['drafts', 'counts'])
      return DONE
    },
    'review.settle'({ opId }) {
      const caseId = desk(deps).db.write((tx) => dropReview(tx, opId))
      changes.note(['review', 'counts'], caseId ? [caseId] : [])
      return DONE
    },
    'sync.now'() {
      desk(deps).sync.now()
      return DONE
    },
    async 'import.begin'(body) {
      const begun = await api.beginImport(token(), body)
      changes.note(['imports'])
      return begun.ok ? { ok: true, id: begun.value.id } : begun
    },
    'import.bytes': ({ id, bytes }) => sent(api.sendBytes(token(), id, bytes)),
    'import.end': ({ id }) => sent(api.endImport(token(), id)),
    'import.cancel': ({ id }) => sent(api.cancelImport(token(), id)),
    ...matrixDoings(matrixDeps(deps))
  }
}
