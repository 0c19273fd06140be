import { mayPublish } from '../shared/escalation/check/check-matrix.ts'
import { canonical } from '../shared/lib/hash.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import type { MatrixPlan } from '../shared/protocol/matrices.ts'
import type { Writer } from '../sqlite/db.ts'
import { announce } from './announce.ts'
import { checkHere } from './check-here.ts'
import type { Desk } from './desk.ts'
import { newestMatrixVer } from './log/matrices.ts'
import {
  endPlan,
  findPlan,
  type KeptPlan,
  listDuePlans,
  listPlans,
  type PlanEnd,
  pushPlan
} from './log/matrix-plans.ts'
import { type PublishRefusal, putInForce } from './publish.ts'

/** A document, and when it is to be put in force. */
export type Planning = {
  readonly doc: unknown
  readonly author: string
  readonly reason: string
  readonly base: number
  readonly publishAt: number
}

/** Plans a document for a time to come. It is checked now, and again when its time has come. */
export async function planMatrix(
  desk: Desk,
  { doc, ...planning }: Planning
): Promise<Result<MatrixPlan, PublishRefusal | { readonly type: 'InThePast' }>> {
  const madeAt = desk.now()
  if (planning.publishAt <= madeAt) return no({ type: 'InThePast' })
  return desk.home.write((tx): Result<MatrixPlan, PublishRefusal> => {
    const checked = checkHere(tx, doc, madeAt)
    const { matrix, findings } = checked
    if (!matrix || !mayPublish(checked)) return no({ type: 'MatrixFindings', findings })
    const newest = newestMatrixVer(tx)
    if (planning.base !== newest) return no({ type: 'MatrixMoved', version: newest })
    const twin = listPlans(tx).find((one) => isSame(one, planning, matrix))
    if (twin) return ok(twin.plan)
    const plan: MatrixPlan = {
      ...planning,
      id: desk.newId(),
      name: matrix.name,
      madeAt,
      state: 'waiting',
      findings: [],
      movedTo: null,
      version: null
    }
    pushPlan(tx, { plan, doc: matrix })
    return ok(plan)
  })
}

/** The same was asked before and the answer got lost: one plan is enough. */
function isSame({ plan, doc }: KeptPlan, asked: Omit<Planning, 'doc'>, matrix: unknown): boolean {
  return (
    plan.state === 'waiting' &&
    plan.publishAt === asked.publishAt &&
    plan.author === asked.author &&
    plan.reason === asked.reason &&
    canonical(doc) === canonical(matrix)
  )
}

type CancelAnswer = Result<
  null,
  { readonly type: 'NotFound' | 'NotNow'; readonly state?: MatrixPlan['state'] }
>

export function cancelPlan(desk: Desk, id: string): Promise<CancelAnswer> {
  return desk.home.write((tx): CancelAnswer => {
    const kept = findPlan(tx, id)
    if (!kept) return no({ type: 'NotFound' })
    const { state } = kept.plan
    if (state === 'waiting') endPlan(tx, id, ended('cancelled'))
    return state === 'waiting' || state === 'cancelled' ? ok(null) : no({ type: 'NotNow', state })
  })
}

/** Plans whose time has come are put in force, or fail and keep why (MX33). */
export async function publishDuePlans(desk: Desk): Promise<void> {
  const at = desk.now()
  if (listDuePlans(desk.db, at).length === 0) return
  // Read again inside: somebody else may have done it in between.
  const isChanged = await desk.home.write(
    (tx) => listDuePlans(tx, at).filter((due) => isPublished(tx, due, at)).length > 0
  )
  if (isChanged) announce(desk)
}

function isPublished(tx: Writer, { plan, doc }: KeptPlan, at: number): boolean {
  const { author, reason, base } = plan
  const published = putInForce(tx, doc, { author, reason, base }, at)
  endPlan(
    tx,
    plan.id,
    published.ok ? ended('published', { version: published.value.version }) : failed(published.error)
  )
  return published.ok
}

function failed(refusal: PublishRefusal): PlanEnd {
  return refusal.type === 'MatrixMoved'
    ? ended('failed', { movedTo: refusal.version })
    : ended('failed', { findings: [...refusal.findings] })
}

function ended(state: MatrixPlan['state'], more: Partial<PlanEnd> = {}): PlanEnd {
  return { state, findings: [], movedTo: null, version: null, ...more }
}
